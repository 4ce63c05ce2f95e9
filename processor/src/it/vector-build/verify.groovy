// With the flag: both twins, no warning; the program runs with the flag and, after one warning, without it. The same bits.
String flag = '--add-modules jdk.incubator.vector'

assert !new File(basedir, 'build.log').text.contains(flag)

def sources = new File(basedir, 'target/generated-sources/annotations/dev/example')
assert sources.listFiles().any { it.text.contains('import jdk.incubator.vector') }

def runtime = new File(localRepositoryPath, "dev/lanewise/lanewise-runtime/$lanewiseVersion/lanewise-runtime-${lanewiseVersion}.jar")
def path = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def java = new File(System.getProperty('java.home'), 'bin/java').path
def train = { String name, List<String> options ->
    def model = new File(basedir, "${name}.safetensors")
    def errors = new File(basedir, "${name}.err")
    def run = new ProcessBuilder([java, *options, '-cp', path, 'dev.example.Main', model.path])
            .redirectError(errors).start()
    String out = run.inputStream.text
    assert run.waitFor() == 0: errors.text
    assert out.readLines() == ['[DET, NN, V, DET, NN]', '[NN, V, DET, NN]', 'saved']
    [bytes: model.bytes, errors: errors.text]
}
def vector = train('vector', flag.split(' ') as List)
def scalar = train('scalar', [])
assert !vector.errors.contains(flag)
assert scalar.errors.readLines().count { it.contains(flag) } == 1
assert vector.bytes == scalar.bytes
