package dev.lanewise.processor.check;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Everything that Lanewise says while it compiles. Ids are stable: one that is given up is never used again. Text and
 * remedy are filled in with the same arguments.
 */
public enum Message {
    INTERNAL_ERROR(
            "LW000",
            "Lanewise failed on %1$s: %2$s",
            "This is a bug in Lanewise, not in your code: please report it together with this line and the interface"),

    NOT_AN_INTERFACE(
            "LW001",
            "%1$s stands on %2$s, which is no interface",
            "Declare %2$s as an interface; Lanewise writes the class that implements it"),
    GENERIC_INTERFACE(
            "LW002",
            "%1$s is generic",
            "Take the type parameters away and name the tag enum, or String, in the methods"),
    PRIVATE_INTERFACE(
            "LW003",
            "%1$s is private, so the class written for it cannot implement it",
            "Make it package-private or public"),
    PRIVATE_ENCLOSING(
            "LW004",
            "%1$s stands in the private type %2$s, so the class written for it cannot implement it",
            "Make %2$s package-private or public, or move the interface out of it"),
    SEALED_INTERFACE(
            "LW005",
            "%1$s is sealed, so the class written for it cannot implement it",
            "Take `sealed` and `permits` away"),
    TWO_KINDS("LW006", "%1$s is both @Tagger and @Encoder", "Keep one; split the interface if you need both models"),
    NO_KIND(
            "LW007",
            "%1$s stands on %2$s, which has neither @Tagger nor @Encoder, so nothing is written for it",
            "Put @Tagger or @Encoder above it, or take it away"),
    MODEL_NAME_TAKEN(
            "LW008",
            "The class to be written for %1$s is %2$s, which exists already",
            "Rename the interface or the existing class"),
    MODEL_NAME_TWICE(
            "LW009",
            "The class to be written for %1$s is %2$s, which is written for %3$s already",
            "Rename one of the two interfaces"),
    MISSING_TYPE(
            "LW010",
            "Nothing is written for %1$s, since %2$s cannot be found",
            "Correct the name or the import; if another annotation processor is to write it, see that it runs"),
    CANNOT_WRITE(
            "LW011",
            "The compiler did not take the file of %1$s: %2$s",
            "See that the folder for generated sources can be written to"),
    HIDING_CONSTANT(
            "LW012",
            "The constant %1$s of %2$s hides %3$s, which the class to be written uses",
            "Give the constant another name"),
    NO_RUNTIME(
            "LW013",
            "Nothing is written for %1$s, since lanewise-runtime, which its class would use, cannot be found",
            "Add the dependency dev.lanewise:lanewise-runtime (a named module: `requires dev.lanewise.runtime`)"),

    NO_FEATURES(
            "LW020",
            "The tagger %1$s has nothing to read",
            "Put @Embedding, @CharLstm or both above @Lstm, or @Input(dim = ...) for dense vectors"),
    NO_ENCODER("LW021", "%1$s has no encoder", "Put @Lstm or @Gru after the features"),
    NO_HEAD("LW022", "The tagger %1$s has no head", "Put @Linear last"),
    HEAD_WITHOUT_OF(
            "LW023",
            "%1$s has several heads, but %2$s does not say what it gives",
            "Keep one @Linear, or say of each which component of a record of tags it gives: of = \"upos\""),
    HEAD_ON_ENCODER(
            "LW024", "%1$s has a head, but an @Encoder gives hidden states", "Take %2$s away, or make it a @Tagger"),
    HEAD_BEFORE_ENCODER("LW025", "%1$s stands before the encoder", "Put @Linear below the last @Lstm"),
    ENCODER_BEFORE_FEATURES(
            "LW026",
            "%1$s stands before the features that it is to read",
            "Order the annotations from top to bottom: features, @Lstm, @Linear"),
    FEATURE_AFTER_ENCODER(
            "LW027", "The feature %1$s stands after the encoder that is to read it", "Put it above the first @Lstm"),
    NO_INPUT(
            "LW028",
            "The encoder %1$s has no @Input",
            "Put @Input(dim = ...) above @Lstm, dim being the length of its vectors"),
    WORDS_ON_ENCODER(
            "LW029",
            "%1$s reads words, but an @Encoder reads dense vectors",
            "Use @Input(dim = ...) in its place, or make it a @Tagger"),
    INPUT_WITH_WORDS(
            "LW030",
            "@Input, for dense vectors, stands together with %1$s, for words",
            "Keep @Input alone, or only the features of words"),
    FEATURE_TWICE("LW031", "%1$s stands there twice", "Keep one of the two"),
    TOO_MANY_FEATURES("LW032", "%1$s has %2$s features, more than 64", "Take some of them away; 1 to 6 are usual"),

    EMBEDDING_DIM("LW040", Templates.RANGE, "Choose a number from 1 to 65536; 100 is a good start"),
    MIN_COUNT(
            "LW041", "minCount = %1$s of %2$s is less than 1", "Choose 1 to keep all, 2 to drop those that occur once"),
    CHAR_EMBEDDING("LW042", Templates.RANGE, "Choose a number from 1 to 65536; 30 is a good start"),
    CHAR_HIDDEN("LW043", Templates.RANGE, "Choose a number from 1 to 8192; 50 is a good start"),
    PROJECTION("LW044", Templates.RANGE, "Choose a number from 1 to 65536, or 0 for no projection"),
    INPUT_DIM("LW045", Templates.RANGE, "Give the length of your input vectors, from 1 to 65536"),
    HIDDEN("LW046", Templates.RANGE, "Choose a number from 1 to 8192; 128 is a good start"),
    LAYERS("LW047", Templates.RANGE, "Choose a number from 1 to 16; 1 or 2 is usual"),
    RARE_WORDS_WITHOUT_UNKNOWN(
            "LW048",
            "minCount = %1$s drops rare words, but with unknown = false there is no entry that they could be read as",
            "Leave unknown = false away, or set minCount = 1"),
    BAD_NAME(
            "LW049",
            "name = \"%1$s\" of %2$s is no name of a module in a state dict",
            "Use letters, digits and _, beginning with a letter or _, with dots between parts: \"encoder.lstm_1\""),
    TENSOR_TWICE(
            "LW050",
            "name = \"%1$s\" of %2$s gives the tensor %3$s, which %4$s has already",
            "Give one of them another name"),
    MATRIX_TOO_LARGE(
            "LW051",
            "%1$s = %2$s of %3$s makes a weight matrix of %4$s x %5$s numbers, more than the 1073741824 that an array can hold",
            "Choose smaller sizes"),
    TOO_DEEP("LW052", "The encoder stack has %1$s layers, more than 64", "Take some of them away; 1 to 3 are usual"),
    DROPOUT("LW053", Templates.RANGE, "Choose a probability from 0 (no dropout) to below 1; 0.2 to 0.5 is usual"),
    LONG_NAME("LW054", "The name of %1$s has %2$s characters, more than 200", "Choose a shorter one"),
    FILTERS("LW058", Templates.RANGE, "Choose a number from 1 to 8192; 50 is a good start"),
    FILTER_WIDTH("LW059", Templates.RANGE, "Choose a number from 1 to 9; 3 is usual"),

    UNKNOWN_METHOD("LW060", "%1$s is no method that Lanewise can write for this %2$s", Templates.SHAPES),
    MISSPELT_METHOD(
            "LW061", "%1$s is no method that Lanewise can write for this %2$s; did you mean `%4$s`?", Templates.SHAPES),
    TAGGERS_METHOD("LW062", "%1$s is a method of a @Tagger, but this is an @Encoder", Templates.SHAPES),
    ENCODERS_METHOD("LW063", "%1$s is a method of an @Encoder, but this is a @Tagger", Templates.SHAPES),
    WORDS_METHOD("LW064", "%1$s takes words, but this model reads the vectors of @Input", Templates.SHAPES),
    VECTORS_METHOD("LW065", "%1$s takes vectors, but this model reads words", Templates.SHAPES),
    GENERIC_METHOD(
            "LW066",
            "%1$s has type parameters of its own",
            "Name the tag enum, or String, in its types; or make it a default or static method"),
    STEPPER_BIDIRECTIONAL(
            "LW067",
            "%1$s takes one input at a time, but %2$s is bidirectional and has to see the whole sequence first",
            "Use encode, or take `bidirectional = true` away"),
    NO_METHODS(
            "LW068",
            Diagnostic.Kind.WARNING,
            "%1$s has no abstract method, so the class written for it can be trained, saved and loaded, but not be used",
            "Add one or more of: %2$s"),
    RESERVED_METHOD(
            "LW069",
            "%1$s would be replaced by the method of this name that %2$s has for every model",
            "Give it another name"),

    TAG_TYPE(
            "LW070",
            "%1$s has %2$s for its tags, which is neither an enum nor String",
            "Use an enum of your tags, or String to learn them from the training data"),
    MIXED_TAG_TYPES(
            "LW071", "%1$s has %2$s for its tags, but %3$s has %4$s", "Use the same type for the tags in all methods"),
    TOO_FEW_TAGS(
            "LW072",
            "The enum %1$s has %2$s, too few to choose from",
            "Give it two or more; or use String to learn the tags from the training data"),
    HIDDEN_TAGS(
            "LW073",
            "The class written for %1$s cannot see the enum %2$s, since %3$s is %4$s",
            "Make %3$s public, or package-private in the same package"),

    VECTOR_OPTION(
            "LW080", "-Alanewise.vector=%1$s is none of auto, require, never", "Use one of these; auto is the default"),
    VECTOR_REQUIRED(
            "LW081",
            "-Alanewise.vector=require, but the module jdk.incubator.vector is not visible from %1$s",
            "Add --add-modules jdk.incubator.vector to the compiler's arguments (a named module: `requires"
                    + " jdk.incubator.vector`)"),
    VECTOR_NOT_VISIBLE(
            "LW082",
            Diagnostic.Kind.WARNING,
            "Models are written without their vector twin and run on plain Java several times slower, since the module"
                    + " jdk.incubator.vector is not visible",
            "Add --add-modules jdk.incubator.vector to the arguments of both the compiler and the java command (a named"
                    + " module: `requires jdk.incubator.vector`), or say -Alanewise.vector=never"),

    CRF_WITHOUT_LINEAR(
            "LW090",
            "@Crf stands on %1$s without @Linear, which is to give it the scores of the tags",
            "Put @Linear between the last encoder and @Crf"),
    CRF_BEFORE_LINEAR("LW091", "@Crf stands before @Linear, whose scores it is to read", "Put @Crf below @Linear"),
    NOT_OF_SCHEME(
            "LW092",
            "%1$s of the enum %2$s is no tag of constraints = %3$s",
            "Call it O, or one of the letters %4$s, then _ and a type, as in B_PER; or use constraints = NONE"),
    TAG_WITHOUT_PARTNER(
            "LW093",
            "%1$s of the enum %2$s can stand in no sentence, since there is no %3$s",
            "Add %3$s, or use constraints = NONE"),
    NO_SINGLE_TAG(
            "LW094",
            "No constant of the enum %1$s can stand in a sentence of one word",
            "Add O, or use constraints = NONE"),

    VITERBI_WITH_CRF(
            "LW095",
            "decoder = VITERBI, which counts transitions, stands together with @Crf, which trains them",
            "Take one of the two away; @Crf is the better one where training time allows"),

    AFFIX_LENGTH("LW100", Templates.RANGE, "Choose a number from 1 to 16; 2 to 4 are usual"),
    TABLE_DIM("LW101", Templates.RANGE, "Choose a number from 1 to 65536; 8 to 50 are usual"),
    NO_COMPONENT("LW102", Templates.NO_COMPONENT, Templates.COMPONENTS),
    MISSPELT_COMPONENT("LW103", Templates.NO_COMPONENT + "; did you mean \"%5$s\"?", Templates.COMPONENTS),
    COMPONENT_NO_TEXT(
            "LW104", "of = \"%1$s\" of %2$s is a component of the record %3$s, but no String", Templates.COMPONENTS),
    OF_WITHOUT_TOKENS(
            "LW105",
            "of = \"%1$s\" of %2$s names a component of a record, but the methods of this tagger take words",
            "Take `of` away, or let the methods take a List of your record"),
    NO_TEXTS("LW106", "The record %1$s has no String component that could be looked up", "Give it one: `String form`"),
    HIDDEN_TOKENS(
            "LW107",
            "The class written for %1$s cannot see the record %2$s, since %3$s is %4$s",
            "Make %3$s public, or package-private in the same package"),
    MIXED_TOKENS("LW108", "%1$s does not take a List<%5$s> as another method does", Templates.SHAPES),
    HMM_WITH_LAYER(
            "LW120",
            "%1$s stands together with @Hmm, which counts words and tags and has no layers",
            "Keep @Tagger and @Hmm alone, or take @Hmm away"),
    HMM_ON_ENCODER("LW121", "@Hmm gives tags, but %1$s is an @Encoder", "Make it a @Tagger, or take @Hmm away"),
    HMM_ORDER(
            "LW122",
            "order = %1$s of @Hmm is neither 1 nor 2",
            "Choose 2, so that a tag depends on the two tags before it, or 1 for a smaller model"),
    HMM_SUFFIX("LW123", Templates.RANGE, "Choose a number from 0 to 32; 10 is a good start"),
    HMM_RARE("LW124", Templates.RANGE, "Choose a number from 1; 10 is a good start"),
    HMM_METHOD(
            "LW125",
            "%1$s is a method of a model with layers, but this is an @Hmm",
            "It can have %2$s; make any other method default or static"),

    NO_RECORD(
            "LW130",
            "The heads of %1$s give components of a record of tags, but no method speaks of it",
            "Add `List<Tags> tag(List<String> words)`, Tags being a record of %2$s"),
    NOT_A_RECORD(
            "LW131",
            "%1$s has %2$s for its tags, but the heads of %3$s give components of a record",
            "Use a record of %4$s; or keep one @Linear, without `of`"),
    GENERIC_RECORD(
            "LW132",
            "The record of tags %1$s is generic",
            "Take its type parameters away: components are enums or Strings"),
    NO_TAG_COMPONENT(
            "LW133",
            "of = \"%1$s\" of %2$s is no component of the record of tags %3$s",
            "Choose one of its components: %4$s"),
    TAG_COMPONENT_TYPE(
            "LW134",
            "The component %1$s of the record of tags %2$s is of the type %3$s, which is neither an enum nor String",
            "Use an enum of your tags, or String to learn them from the training data"),
    COMPONENT_WITHOUT_HEAD(
            "LW135",
            "No head gives the component %1$s of the record of tags %2$s",
            "Add @Linear(of = \"%1$s\"), or take the component away"),
    COMPONENT_TWICE(
            "LW136",
            "of = \"%1$s\" of %2$s is what %3$s gives already",
            "Take one of them away, or give it another component"),
    HEAD_TAG_TYPE(
            "LW137",
            "%1$s has %2$s for its tags, but the component %3$s of the record of tags is of the type %4$s",
            "Use %4$s in its place"),
    HEAD_METHOD(
            "LW138",
            "%1$s is a method of one head, but this %2$s gives records of several",
            "Put the component behind its name; it can have %3$s"),
    HEAD_WEIGHT("LW139", Templates.RANGE, "Choose a number above 0; 1 is usual, smaller ones for what matters less"),
    ONLY_WEIGHT(
            "LW140",
            "weight = %1$s weighs the loss of the only head against nothing",
            "Take it away; the learning rate says how far a step goes"),
    HEAD_DROPOUT(
            "LW141",
            "dropout = %1$s of %2$s is not the %3$s of %4$s, though both read the same numbers",
            "Use the same dropout for all heads"),
    TOO_MANY_HEADS("LW142", "%1$s has %2$s heads, more than 64", "Take some of them away; 1 to 3 are usual"),
    CRF_WITHOUT_OF(
            "LW143",
            "%1$s has several heads, but %2$s does not say whose chain it is",
            "Give it the component of its @Linear: of = \"upos\""),
    CRF_OF_NO_HEAD("LW144", "of = \"%1$s\" of %2$s is what no @Linear gives", "Correct it: %3$s"),
    CRF_TWICE("LW145", "%1$s is a second chain over the same head", "Keep one of the two"),
    NO_SUCH_HEAD(
            "LW146",
            "%1$s is a method of the component %2$s, which no head gives",
            "Put one of %3$s behind its name; or add @Linear(of = \"%2$s\") and that component of the record");

    private final String id;
    private final Diagnostic.Kind severity;
    private final String text;
    private final String remedy;

    Message(String id, String text, String remedy) {
        this(id, Diagnostic.Kind.ERROR, text, remedy);
    }

    Message(String id, Diagnostic.Kind severity, String text, String remedy) {
        this.id = id;
        this.severity = severity;
        this.text = text;
        this.remedy = remedy;
    }

    /** {@code LW001}. */
    public String id() {
        return id;
    }

    /** Error or warning. */
    public Diagnostic.Kind severity() {
        return severity;
    }

    /** Whether one compilation says it only once, however many interfaces it is true of. */
    public boolean once() {
        return this == VECTOR_NOT_VISIBLE;
    }

    /** What the user reads: {@code LW001: what is wrong. What to do about it.} */
    public String format(Object... arguments) {
        return id + ": " + sentence(text, arguments) + " " + sentence(remedy, arguments);
    }

    private static String sentence(String template, Object... arguments) {
        String filled = String.format(Locale.ROOT, template, arguments);
        return filled.endsWith("?") ? filled : filled + ".";
    }

    /** Texts that several messages share. */
    private static final class Templates {
        static final String NO_COMPONENT = "of = \"%1$s\" of %2$s is no component of the record %3$s";
        static final String COMPONENTS = "Choose one of its String components: %4$s";
        static final String RANGE = "%1$s = %2$s of %3$s is out of range";
        static final String SHAPES = "It can have %3$s, with exactly these types (no raw types, wildcards or subtypes);"
                + " make any other method default or static";

        private Templates() {}
    }
}
