package org.evenstar.notebooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the Java kernel of Jupyter and lets nobody speak to it before it can answer.
 *
 * <p>Version 3.0.1 of the kernel opens its shell port a moment before it knows what to do with a
 * message, and a message in that moment ends its shell for good; Jupyter always sends one. So the
 * kernel listens on a port of its own, and the port that Jupyter was told is opened a little later
 * and handed through. When a version mends this, the kernel can be started directly.
 */
public final class KernelGate {
  private static final System.Logger LOG = System.getLogger(KernelGate.class.getName());
  private static final String KERNEL = "org.rapaio.jupyter.kernel.MainApp";
  private static final Pattern SHELL_PORT = Pattern.compile("\"shell_port\"\\s*:\\s*(\\d+)");
  private static final int TRY_EVERY_MILLIS = 100;
  private static final int SETTLE_MILLIS = 2_000;

  /**
   * Spark's compiler cannot describe some of its own classes when its finest messages are asked
   * for, as the kernel does for everything: it is asked for fewer. Held here, as a logger that
   * nobody holds forgets its level.
   */
  private static final Logger SPARK_COMPILER = Logger.getLogger("org.codehaus.janino");

  private KernelGate() {}

  /**
   * Starts the kernel.
   *
   * @param args the connection file that Jupyter wrote
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    String connection = Files.readString(Path.of(args[0]), StandardCharsets.UTF_8);
    Matcher port = SHELL_PORT.matcher(connection);
    if (!port.find()) {
      throw new IllegalArgumentException(
          "Cannot start kernel '" + args[0] + "': it names no shell_port; start it from Jupyter");
    }
    int outer = Integer.parseInt(port.group(1));
    int inner = freePort();
    Path own = Files.createTempFile("evenstar-kernel-", ".json");
    own.toFile().deleteOnExit();
    Files.writeString(own, port.replaceFirst("\"shell_port\": " + inner), StandardCharsets.UTF_8);
    daemon(() -> open(outer, inner));
    Class.forName(KERNEL)
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {own.toString()});
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Opens the gate again whenever it breaks: a port may be taken for a moment by others. */
  private static void open(int outer, int inner) {
    try {
      while (!listens(inner)) {
        Thread.sleep(TRY_EVERY_MILLIS);
      }
      Thread.sleep(SETTLE_MILLIS);
      SPARK_COMPILER.setLevel(Level.INFO); // by now the kernel has set its own levels
      while (true) {
        try (ServerSocket gate = new ServerSocket(outer, 50, InetAddress.getLoopbackAddress())) {
          while (true) {
            handThrough(gate.accept(), inner);
          }
        } catch (IOException e) {
          LOG.log(System.Logger.Level.WARNING, e::toString);
          Thread.sleep(TRY_EVERY_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void handThrough(Socket client, int inner) throws IOException {
    try {
      Socket kernel = new Socket(InetAddress.getLoopbackAddress(), inner);
      daemon(() -> pass(client, kernel));
      daemon(() -> pass(kernel, client));
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, e::toString);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "kernel-gate");
    thread.setDaemon(true);
    thread.start();
  }
}
