package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAGGER;
import static dev.lanewise.processor.Said.about;

import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Integer", "Object", "CharSequence"})
    void tagsAreEnumsOrStrings(String type) {
        about(TAGGER + "interface M {\nList<" + type + "> →tag(List<String> words); }")
                .error("LW070: `tag()` has " + type + " for its tags, which is neither an enum nor String."
                        + " Use an enum of your tags, or String to learn them from the training data.");
    }

    @Test
    void allMethodsSpeakOfTheSameTags() {
        about(TAGGER + "interface M { enum Tag { A, B } List<Tag> tag(List<String> words);\n"
                        + "List<Tagging<String>> →tagAll(List<List<String>> sentences); }")
                .error("LW071: `tagAll()` has String for its tags, but `tag()` has Tag."
                        + " Use the same type for the tags in all methods.");
    }

    @Test
    void anEmptyEnumIsAnError() {
        about(TAGGER + "interface M { enum Tag {}\nList<Tag> →tag(List<String> words); }")
                .error("LW072: The enum Tag has no constants, too few to choose from."
                        + " Give it two or more; or use String to learn the tags from the training data.");
    }

    @Test
    void anEnumOfOneIsAnError() {
        about(TAGGER + "\n→interface M extends Base {}\ninterface Base { enum Tag { A }"
                        + " List<Tag> tag(List<String> words); }")
                .error("LW072: The enum Tag has one constant, too few to choose from."
                        + " Give it two or more; or use String to learn the tags from the training data.");
    }

    @Test
    void aPrivateEnumIsAnError() {
        about("class M { private enum Tag { A, B }\n" + TAGGER
                        + "interface Inner {\nList<Tag> →tag(List<String> words); } }")
                .error("LW073: The class written for Inner cannot see the enum Tag, since Tag is private."
                        + " Make Tag public, or package-private in the same package.");
    }

    @Test
    void anEnumInAPrivateTypeIsAnError() {
        about("class M { private static class Hidden { public enum Tag { A, B } }\n" + TAGGER
                        + "interface Inner {\nList<Hidden.Tag> →tag(List<String> words); } }")
                .error("LW073: The class written for Inner cannot see the enum Tag, since Hidden is private."
                        + " Make Hidden public, or package-private in the same package.");
    }

    @Test
    void aProtectedEnumOfAnotherPackageIsAnError() {
        about(
                        "class M extends q.Base {\n" + TAGGER
                                + "interface Inner {\nList<Tag> →tag(List<String> words); } }",
                        JavaFileObjects.forSourceString(
                                "q.Base", "package q; public class Base { protected enum Tag { A, B } }"))
                .error("LW073: The class written for Inner cannot see the enum Tag, since Tag is protected in another"
                        + " package. Make Tag public, or package-private in the same package.");
    }

    @Test
    void anImportedEnumIsFine() {
        about(
                        "@Tagger @Embedding @Lstm @Linear interface M { List<q.Tag> tag(List<String> words); }",
                        JavaFileObjects.forSourceString("q.Tag", "package q; public enum Tag { A, B { } }"))
                .nothing();
    }

    @Test
    void aProtectedEnumOfTheSamePackageIsFine() {
        about("class M { protected enum Tag { A, B } " + TAGGER
                        + "interface Inner { List<Tag> tag(List<String> words); } }")
                .nothing();
    }
}
