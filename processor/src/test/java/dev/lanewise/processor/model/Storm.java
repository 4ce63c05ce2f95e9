package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A main class in which many threads share one model, and which prints what came of it; {@link StormTest} runs it. */
final class Storm {
    private static final int PLATFORM = 64;
    private static final int VIRTUAL = 10_000;
    private static final int CALLS = 20;
    private static final int KINDS = 3;
    /** The kind of call that tags many sentences. */
    private static final int MANY = 2;

    private static final long SLACK = 1 << 20;

    /** Asked for a single one, a JVM with one processor (JDK 25) still holds megabytes that nothing refers to. */
    private static final int COLLECTIONS = 4;

    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));
    private static final List<List<String>> SENTENCES = Sentences.many(11, 60);

    private final Model<TextTagger<Object>> type;
    private final TextTagger<Object> model;
    private final List<List<Object>> tags;
    private final List<float[][]> scores;

    private Storm(Class<?> generated) {
        type = new Model<>(generated);
        model = type.<Object>trainer()
                .session(Sentences.tagged(SENTENCES, TAGS))
                .model();
        tags = SENTENCES.stream().map(model::tag).toList();
        scores = SENTENCES.stream().map(model::scores).toList();
    }

    /**
     * Runs it.
     *
     * @param arguments the name of a generated class, and a folder for files
     */
    public static void main(String[] arguments) throws Exception {
        Storm storm = new Storm(Class.forName(arguments[0]));
        storm.threads("platform threads", PLATFORM, CALLS, Executors.newFixedThreadPool(PLATFORM));
        storm.virtualThreads();
        long before = held();
        storm.threads("platform threads again", PLATFORM, CALLS, Executors.newFixedThreadPool(PLATFORM));
        long grown = held() - before;
        print("memory grew by more than 1 MiB", grown > SLACK ? grown : "no");
        storm.threadLocals();
        storm.savingWhileTagging(Path.of(arguments[1]));
        storm.interrupted();
        print("class loader collected", collected(arguments[0]));
    }

    private static void print(String what, Object result) {
        System.out.println(ChildJvm.RESULT + what + ": " + result);
    }

    private static long held() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Whether the model gives what it gave alone: in another way each time. */
    private boolean isRight(int call) {
        int sentence = call % SENTENCES.size();
        List<String> words = SENTENCES.get(sentence);
        return switch (call % KINDS) {
            case 0 -> model.tag(words).equals(tags.get(sentence));
            case 1 -> Arrays.deepEquals(model.scores(words), scores.get(sentence));
            case MANY ->
                model.tagAll(SENTENCES.subList(sentence, SENTENCES.size()))
                        .equals(tags.subList(sentence, SENTENCES.size()));
            default -> throw new AssertionError(call);
        };
    }

    private void threads(String what, int count, int calls, ExecutorService executor)
            throws InterruptedException, ExecutionException {
        AtomicInteger wrong = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int first = i;
                all.add(executor.submit(() -> IntStream.range(first, first + calls)
                        .filter(call -> !isRight(call))
                        .forEach(call -> wrong.incrementAndGet())));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            executor.shutdownNow();
        }
        print(what + ", " + count + " of them, wrong results", wrong);
    }

    private void virtualThreads() throws Exception {
        if (Runtime.version().feature() < 21) {
            print("virtual threads", "none");
            return;
        }
        Object executor =
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        threads("virtual threads", VIRTUAL, 1, (ExecutorService) executor);
    }

    /** Of a thread of its own, which has done nothing else. */
    private void threadLocals() throws Exception {
        List<Object> found = new ArrayList<>();
        Thread thread = new Thread(() -> {
            IntStream.range(0, CALLS).forEach(this::isRight);
            found.addAll(ofCurrentThread());
        });
        thread.start();
        thread.join();
        print("thread locals", found);
    }

    private static List<Object> ofCurrentThread() {
        try {
            Field locals = Thread.class.getDeclaredField("threadLocals");
            locals.setAccessible(true);
            Object map = locals.get(Thread.currentThread());
            if (map == null) {
                return List.of();
            }
            Field table = map.getClass().getDeclaredField("table");
            table.setAccessible(true);
            Object entries = table.get(map);
            return IntStream.range(0, Array.getLength(entries))
                    .mapToObj(i -> Array.get(entries, i))
                    .filter(entry -> entry != null)
                    .toList();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void savingWhileTagging(Path folder) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        Set<String> different = new HashSet<>();
        AtomicInteger wrong = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(executor.submit(() -> IntStream.range(0, 10 * CALLS)
                        .filter(call -> !isRight(call))
                        .forEach(call -> wrong.incrementAndGet())));
            }
            for (int i = 0; i < CALLS; i++) {
                Path file = folder.resolve("model.safetensors");
                type.save(model, file);
                different.add(Arrays.toString(Files.readAllBytes(file)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            executor.shutdownNow();
        }
        print("while saving, wrong results " + wrong + ", different files", different.size());
    }

    /** One sentence is tagged all the same, many are not; the thread stays interrupted. */
    private void interrupted() throws InterruptedException {
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger stillInterrupted = new AtomicInteger();
        Thread thread = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            IntStream.range(0, CALLS)
                    .filter(call -> call % KINDS == MANY ? !isCancelled(call) : !isRight(call))
                    .forEach(call -> wrong.incrementAndGet());
            stillInterrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
        });
        thread.start();
        thread.interrupt();
        thread.join();
        print("interrupted, wrong results " + wrong + ", still interrupted", stillInterrupted);
    }

    private boolean isCancelled(int call) {
        try {
            isRight(call);
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }

    /** Loads the class anew, uses it with helping threads as well, and lets go of it. */
    private static boolean collected(String name) throws Exception {
        WeakReference<ClassLoader> loader = new WeakReference<>(used(name));
        for (int i = 0; i < 1_000 && loader.get() != null; i++) {
            System.gc();
        }
        return loader.get() == null;
    }

    private static ClassLoader used(String name) throws Exception {
        ClassLoader loader = new Alone(name);
        Class<?> generated = loader.loadClass(name);
        Model<TextTagger<Object>> type = new Model<>(generated);
        List<Example<Object>> examples = Sentences.tagged(SENTENCES, TAGS);
        TextTagger<Object> trained = type.<Object>trainer().epochs(2).threads(3).fit(examples);
        Object helped = generated.getMethod("withThreads", int.class).invoke(trained, 2);
        generated.getMethod("tagAll", List.class).invoke(helped, SENTENCES);
        return loader;
    }

    /** Loads a generated class and those inside it itself. */
    private static final class Alone extends ClassLoader {
        private final String name;

        Alone(String name) {
            super(Storm.class.getClassLoader());
            this.name = name;
        }

        @Override
        protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
            if (!wanted.startsWith(name)) {
                return super.loadClass(wanted, resolve);
            }
            synchronized (getClassLoadingLock(wanted)) {
                Class<?> loaded = findLoadedClass(wanted);
                return loaded == null ? defined(wanted) : loaded;
            }
        }

        private Class<?> defined(String wanted) throws ClassNotFoundException {
            try (var in = getResourceAsStream(wanted.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(wanted);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(wanted, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(wanted, e);
            }
        }
    }
}
