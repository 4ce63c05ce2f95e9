package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.file.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a model file is said of its tensor, and of the annotation that declares it. */
final class HostileModelTest {

    private static final String GOOD =
            "{'__metadata__':{'lanewise.format':'1','lanewise.vocabulary.word_embeddings':'[\\'a\\']',"
                    + "'lanewise.tags':'[\\'X\\',\\'Y\\']'},"
                    + "'word_embeddings.weight':{'dtype':'F32','shape':[2,4],'data_offsets':[0,32]},"
                    + "'hidden2tag.weight':{'dtype':'F32','shape':[2,4],'data_offsets':[32,64]},"
                    + "'hidden2tag.bias':{'dtype':'F32','shape':[2],'data_offsets':[64,72]}}";

    @TempDir
    private Path folder;

    private Path file(String header) throws IOException {
        byte[] utf8 = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + utf8.length + 72).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("m"), bytes.putLong(utf8.length).put(utf8).array());
    }

    @Test
    void theGoodFileIsGood() throws IOException {
        assertEquals(
                2, TinyTagger.TYPE.load(file(GOOD)).core.vocabularies().tags().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [2],'data_offsets':[64,72] | [2],'data_offsets':[64,80] | tensor "hidden2tag.bias" of shape [2] (@Linear of Tiny) and dtype F32 needs 8 bytes
            [2],'data_offsets':[64,72] | [2],'data_offsets':[60,68] | tensor "hidden2tag.bias" of shape [2] (@Linear of Tiny) overlaps the tensor before it
            [2],'data_offsets':[64,72] | [1],'data_offsets':[68,72] | tensor "hidden2tag.bias" of shape [1] (@Linear of Tiny) stands behind a gap
            [2],'data_offsets':[64,72] | [1],'data_offsets':[64,68] | 4 bytes too many behind tensor "hidden2tag.bias" of shape [1] (@Linear of Tiny)
            [2],'data_offsets':[64,72] | [2,1],'data_offsets':[64,72] | the tensor hidden2tag.bias has the shape [2, 1], but @Linear of Tiny needs [2]
            [2],'data_offsets':[64,72] | [-2],'data_offsets':[64,72] | tensor "hidden2tag.bias" of shape [-2] (@Linear of Tiny) has a negative size
            [2],'data_offsets':[64,72] | [4294967298],'data_offsets':[64,72] | tensor "hidden2tag.bias" of shape [4294967298] (@Linear of Tiny) has more values
            [2],'data_offsets':[64,72] | [2],'data_offsets':[64,72],'x':1 | tensor "hidden2tag.bias" (@Linear of Tiny): unknown key "x"
            'dtype':'F32','shape':[2], | 'dtype':'BF16','shape':[2], | tensor "hidden2tag.bias" (@Linear of Tiny): its dtype "BF16" cannot be read
            'dtype':'F32','shape':[2], | 'dtype':'F32', | tensor "hidden2tag.bias" (@Linear of Tiny): shape is missing
            hidden2tag.bias | hidden2tag.other | the tensor hidden2tag.bias of @Linear of Tiny is missing
            hidden2tag.bias | hidden2tag.weight | invalid JSON at byte
            'lanewise.tags':'[\\'X\\',\\'Y\\']' | 'lanewise.tags':'[\\'X\\']' | the tensor hidden2tag.weight has the shape [2, 4], but @Linear of Tiny needs [1, 4]
            'lanewise.tags' | 'lanewise.tag' | its metadata lacks lanewise.tags, which Tiny needs
            [\\'a\\'] | [\\'a\\',\\'b\\'] | the tensor word_embeddings.weight has the shape [2, 4], but @Embedding(dim = 4) of Tiny needs [3, 4]
            [\\'a\\'] | [1] | its metadata lanewise.vocabulary.word_embeddings is damaged: invalid JSON at byte 2: a string is needed
            [\\'a\\'] | [\\'\\'] | its metadata lanewise.vocabulary.word_embeddings is damaged: entry 0 is empty; leave it out
            [\\'a\\'] | [\\'\\\\ud800\\'] | its metadata lanewise.vocabulary.word_embeddings is damaged: invalid JSON at byte
            'lanewise.tags' | 'lanewise.learned.word_embeddings':'3','lanewise.tags' | its metadata lanewise.learned.word_embeddings is damaged: 3 of 2 entries cannot be learned
            'lanewise.tags' | 'lanewise.learned.word_embeddings':'-1','lanewise.tags' | its metadata lanewise.learned.word_embeddings is damaged: -1 entries cannot be learned
            'lanewise.tags' | 'lanewise.learned.word_embeddings':'x','lanewise.tags' | its metadata lanewise.learned.word_embeddings is damaged: For input string
            [\\'X\\',\\'Y\\'] | [] | its metadata lanewise.tags is damaged: there are no tags
            [\\'X\\',\\'Y\\'] | [\\'X\\',\\'X\\'] | its metadata lanewise.tags is damaged: the entry "X" stands twice, as number 0 and 1; list each entry once
            'lanewise.format':'1' | 'lanewise.format':'2' | it has the format 2, this program reads 1
            """)
    void whatIsWrongIsNamed(String good, String bad, String problem) throws IOException {
        assertTrue(GOOD.contains(good), good);
        Path file = file(GOOD.replace(good, bad));
        String message = assertThrows(ModelFormatException.class, () -> TinyTagger.TYPE.load(file))
                .getMessage();
        String start = file + ": " + problem;
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())), message);
    }
}
