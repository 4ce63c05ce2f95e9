// Without the flag: one warning that names it, the scalar twin only, and a program that works.
String flag = '--add-modules jdk.incubator.vector'

def warnings = new File(basedir, 'build.log').readLines().findAll { it.contains(flag) }
assert warnings.size() == 1: warnings
assert warnings[0].contains('[WARNING]')

def sources = new File(basedir, 'target/generated-sources/annotations/dev/example')
assert new File(sources, 'PosTaggerModel.java').file
sources.eachFileRecurse { assert !it.directory && !it.text.contains('import jdk.incubator.vector') }

def runtime = new File(localRepositoryPath, "dev/lanewise/lanewise-runtime/$lanewiseVersion/lanewise-runtime-${lanewiseVersion}.jar")
def path = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def java = new File(System.getProperty('java.home'), 'bin/java').path
def run = new ProcessBuilder(java, '-cp', path, 'dev.example.Main', new File(basedir, 'model.safetensors').path)
        .redirectError(new File(basedir, 'run.err')).start()
String out = run.inputStream.text
assert run.waitFor() == 0: new File(basedir, 'run.err').text
assert out.readLines() == ['[DET, NN, V, DET, NN]', '[NN, V, DET, NN]', 'saved']
