package org.evenstar.reports.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenstar.reports.ReportException;

/**
 * The secret that makes names of private pages: an institution's code is public, so that its page
 * is named by HMAC-SHA256 of the code under a random key. The key stands in {@code page.key} beside
 * the releases, so that a page keeps its name from one release to the next; deleting it gives every
 * page a new name.
 */
public final class PageKey {
  private static final String FILE = "page.key";
  private static final int BYTES = 32;

  /** Bytes of the code kept in a name: 160 bits cannot be guessed. */
  private static final int NAME_BYTES = 20;

  private final byte[] key;

  private PageKey(byte[] key) {
    this.key = key.clone();
  }

  /** The key beside a release, made at first use: in {@code DIR} for {@code DIR/releases/r0001}. */
  static PageKey of(Path release) {
    Path parent = release.toAbsolutePath().normalize().getParent();
    boolean isInReleases =
        parent != null && parent.getParent() != null && parent.endsWith("releases");
    Path file = (isInReleases ? parent : release.toAbsolutePath()).resolveSibling(FILE);
    try {
      return new PageKey(read(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new ReportException(
          "Cannot name private pages by '"
              + file
              + "': "
              + e.getMessage()
              + "; make it writable, or put 64 hexadecimal digits there",
          e);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try {
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length < BYTES) {
        throw new IOException("it holds " + key.length + " bytes, expected " + BYTES);
      }
      return key;
    } catch (NoSuchFileException e) {
      make(file);
      return read(file);
    }
  }

  /** Written beside and linked when whole: a key is never half there, and the first one stays. */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path beside = file.resolveSibling(FILE + "." + UUID.randomUUID());
    try {
      Files.createFile(beside, onlyForItsOwner(beside));
      Files.writeString(beside, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII);
      link(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void link(Path beside, Path file) throws IOException {
    try {
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was first, and theirs is the key.
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE); // a disk without links
    }
  }

  private static FileAttribute<?>[] onlyForItsOwner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** The name of an institution's page, without its ending. */
  public String name(String institutionCode) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] code = mac.doFinal(institutionCode.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code, 0, NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
