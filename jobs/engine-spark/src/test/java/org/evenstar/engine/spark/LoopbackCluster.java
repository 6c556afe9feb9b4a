package org.evenstar.engine.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;

/**
 * One Spark master and its workers as processes of their own on 127.0.0.1, started from the jars of
 * this test's class path, on ports the system chooses.
 */
final class LoopbackCluster implements AutoCloseable {
  /**
   * The driver, which is this JVM, stays on the loopback; executors live too shortly to optimise.
   */
  private static final Map<String, String> DRIVER =
      Map.of(
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.sql.shuffle.partitions", "4",
          "spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final Path folder;
  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String address;

  LoopbackCluster(Path folder) throws IOException {
    this.folder = folder;
    this.home = home();
    DRIVER.forEach(System::setProperty);
    Path log = folder.resolve("master.log");
    processes.add(
        start(log, "org.apache.spark.deploy.master.Master", "--port", "0", "--webui-port", "0"));
    this.address = await(log, MASTER).group(1);
  }

  /** Starts workers until so many are alive. */
  void ensureWorkers(int n) throws IOException {
    for (long alive = workers.stream().filter(Process::isAlive).count(); alive < n; alive++) {
      startWorker();
    }
  }

  /** Starts a worker of one core and 1 GB, and waits until the master knows it. */
  private void startWorker() throws IOException {
    Path work = Files.createDirectory(folder.resolve("worker-" + workers.size()));
    Path log = work.resolve("worker.log");
    Process worker =
        start(
            log,
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--port",
            "0",
            "--webui-port",
            "0",
            "--work-dir",
            work.toString(),
            address);
    processes.add(worker);
    workers.add(worker);
    var unused = await(log, REGISTERED);
  }

  /** Opens an engine on this cluster; each worker gives one executor of 512 MB. */
  Engine open() {
    return open(512);
  }

  Engine open(long executorMegabytes) {
    return Engines.open(address, new EngineOptions(2, executorMegabytes, folder.resolve("tables")));
  }

  /** {@code spark://HOST:PORT}. */
  String address() {
    return address;
  }

  /** Ends the oldest worker at once, without a word to anyone; its executor follows it. */
  void killWorker() throws InterruptedException {
    for (Process worker : workers) {
      if (worker.isAlive()) {
        var unused = worker.destroyForcibly().waitFor();
        return;
      }
    }
  }

  @Override
  public void close() {
    DRIVER.keySet().forEach(System::clearProperty);
    for (Process process : processes) {
      process.destroy();
    }
    for (Process process : processes) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A folder as Spark wants it: {@code jars/} with what is on the class path. */
  private static Path home() throws IOException {
    Path made = Path.of("target", "spark-home").toAbsolutePath();
    Path jars = Files.createDirectories(made.resolve("jars"));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      Path link = jars.resolve(jar.getFileName());
      if (entry.endsWith(".jar")) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, jar.toAbsolutePath());
      }
    }
    return made;
  }

  private Process start(Path log, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + System.getProperty("evenstar.spark.options"));
    command.add("-Xmx256m");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-cp");
    command.add(home.resolve("jars") + "/*");
    command.add(main);
    command.addAll(List.of("--host", "127.0.0.1"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static Matcher await(Path log, Pattern line) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < end) {
      Matcher matcher = line.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (matcher.find()) {
        return matcher;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new IllegalStateException(
        "Cannot find '" + line + "' in " + log + ":\n" + Files.readString(log));
  }
}
