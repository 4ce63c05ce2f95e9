// A named module that requires the vector module: no flag anywhere; then the same by javac alone, all of it on module paths.
String flag = '--add-modules jdk.incubator.vector'
String expected = '[DET, NN, V, DET, NN]|[NN, V, DET, NN]|saved'

assert !new File(basedir, 'build.log').text.contains(flag)

def jar = { String name ->
    new File(localRepositoryPath, "dev/lanewise/$name/$lanewiseVersion/$name-${lanewiseVersion}.jar").path
}
def exec = { List<String> command ->
    def process = new ProcessBuilder(command).start()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert process.exitValue() == 0: "$command\n$out\n$err"
    [out: out.toString(), err: err.toString()]
}
def bin = new File(System.getProperty('java.home'), 'bin')
def train = { File classes ->
    def modules = [classes.path, jar('lanewise-runtime')].join(File.pathSeparator)
    def model = new File(classes, '../model.safetensors').canonicalPath
    def run = exec([new File(bin, 'java').path, '-p', modules, '-m', 'dev.example/dev.example.Main', model])
    assert run.out.readLines().join('|') == expected
    assert !run.err.contains(flag)
}
train(new File(basedir, 'target/classes'))

def sources = new File(basedir, 'src/main/java')
def classes = new File(basedir, 'target/javac/classes')
def generated = new File(basedir, 'target/javac/generated')
generated.mkdirs()
def files = []
sources.eachFileRecurse { if (it.name.endsWith('.java')) files << it.path }
def javac = exec([
        new File(bin, 'javac').path, '--release', '17', '-d', classes.path, '-s', generated.path,
        '-p', [jar('lanewise-annotations'), jar('lanewise-runtime')].join(File.pathSeparator),
        '--processor-module-path', jar('lanewise-processor'), *files])
assert !javac.err.contains(flag)
assert new File(generated, 'dev/example/PosTaggerModel.java').text ==
        new File(basedir, 'target/generated-sources/annotations/dev/example/PosTaggerModel.java').text
train(classes)
