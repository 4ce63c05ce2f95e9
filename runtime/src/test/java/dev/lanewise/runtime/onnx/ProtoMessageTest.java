package dev.lanewise.runtime.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ProtoMessageTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll long number, @ForAll String text) throws IOException {
        // A lone surrogate has no UTF-8.
        String clean = text.replaceAll("[\\ud800-\\udfff]", "");
        ProtoMessage message = new ProtoMessage()
                .number(1, number)
                .message(2, new ProtoMessage().text(20, clean))
                .number(1, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        assertEquals(out.size(), message.size());
        Proto read = Proto.read(out.toByteArray());
        assertEquals(List.of(number, 0L), read.numbers(1));
        assertEquals(clean, read.message(2).text(20));
    }
}
