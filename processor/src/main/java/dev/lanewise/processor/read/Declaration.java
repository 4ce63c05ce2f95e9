package dev.lanewise.processor.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;

/**
 * One annotated interface as it is written: what the check stage judges and, unchanged, what the plan stage works from.
 *
 * @param kind what it declares: the first of {@code markers}
 * @param type the interface
 * @param markers {@code @Tagger} or {@code @Encoder}, exactly one once checked
 * @param packageName its package, empty for the unnamed one
 * @param modelName simple name of the class to write: {@code Outer_PosTaggerModel}
 * @param isPublic whether that class is public, otherwise package-private
 * @param tokens what the model's sequences consist of
 * @param layers the layers from top to bottom as they are written
 * @param tags the tags that the methods of the model as a whole speak of
 * @param methods the methods to write, no two alike
 * @param strays abstract methods of no known shape, none once checked
 * @param defaults the default methods, which are left alone
 * @param vector whether the vector twin is to be written beside the scalar one
 */
public record Declaration(
        Kind kind,
        TypeElement type,
        List<Stated> markers,
        String packageName,
        String modelName,
        boolean isPublic,
        Tokens tokens,
        List<LayerDecl> layers,
        Tags tags,
        List<MethodDecl> methods,
        List<InterfaceMethod> strays,
        List<InterfaceMethod> defaults,
        boolean vector) {

    /** Copies the lists. */
    public Declaration {
        markers = List.copyOf(markers);
        layers = List.copyOf(layers);
        methods = List.copyOf(methods);
        strays = List.copyOf(strays);
        defaults = List.copyOf(defaults);
    }

    /** The features from top to bottom. */
    public List<FeatureDecl> features() {
        return of(FeatureDecl.class);
    }

    /** The encoder stack from top to bottom. */
    public List<EncoderDecl> encoder() {
        return of(EncoderDecl.class);
    }

    /** The heads of a tagger; none of a hidden Markov model. */
    public List<HeadDecl> heads() {
        List<LinearDecl> linears = of(LinearDecl.class);
        return IntStream.range(0, linears.size())
                .mapToObj(number -> head(number, linears.get(number), linears.size() == 1))
                .toList();
    }

    private HeadDecl head(int number, LinearDecl linear, boolean only) {
        Optional<CrfDecl> crf = of(CrfDecl.class).stream()
                .filter(each ->
                        each.of().equals(linear.of()) || only && each.of().isEmpty())
                .findFirst();
        Tags ofHead = tags instanceof RecordTags records
                ? records.component(linear.of()).map(RecordTags.Component::tags).orElse(new StringTags())
                : tags;
        return new HeadDecl(number, linear, crf, ofHead);
    }

    /** Whether tags are records, of which each head gives a component. */
    public boolean givesRecords() {
        return !components().isEmpty();
    }

    /** The components that heads say they give, in the order of the heads. */
    public List<String> components() {
        return components(layers);
    }

    static List<String> components(List<LayerDecl> layers) {
        return layers.stream()
                .filter(LinearDecl.class::isInstance)
                .map(layer -> ((LinearDecl) layer).of())
                .filter(of -> !of.isEmpty())
                .distinct()
                .toList();
    }

    /** The hidden Markov model, if that is what it declares. */
    public Optional<HmmDecl> hmm() {
        return of(HmmDecl.class).stream().findFirst();
    }

    /** The methods that a model like this one can have. */
    public List<Form> forms() {
        return Form.of(kind, hmm().isPresent(), components());
    }

    /** The dense input, if that is what the model reads. */
    public Optional<InputDecl> input() {
        return of(InputDecl.class).stream().findFirst();
    }

    /** The components of the tokens that are read, the one that stands for the word first; none where the model reads words. */
    public List<String> columns() {
        if (!(tokens instanceof Tokens.Records records) || records.texts().isEmpty()) {
            return List.of();
        }
        Set<String> read = new LinkedHashSet<>();
        read.add(records.texts().get(0));
        features().stream().map(FeatureDecl::of).filter(of -> !of.isEmpty()).forEach(read::add);
        return List.copyOf(read);
    }

    /** The number, among {@link #columns}, of the component that a feature reads; 0 where the model reads words. */
    public int column(FeatureDecl feature) {
        return feature.of().isEmpty() ? 0 : columns().indexOf(feature.of());
    }

    /** Whether a method of this shape is to be written. */
    public boolean has(Shape shape) {
        return methods.stream().anyMatch(method -> method.shape() == shape);
    }

    /** Qualified name of the class to write. */
    public String qualifiedModelName() {
        return packageName.isEmpty() ? modelName : packageName + "." + modelName;
    }

    /** All layers of one kind, from top to bottom. */
    public <L extends LayerDecl> List<L> of(Class<L> layer) {
        return layers.stream().filter(layer::isInstance).map(layer::cast).toList();
    }
}
