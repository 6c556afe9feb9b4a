package org.evenstar.landing.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A delivered file and, where it is a zip or gz of one level, what is packed in it. */
public final class Archive {
  private static final int START = 64;
  private static final Charset NAMES = Charset.forName("GB18030");

  /**
   * One file to read.
   *
   * @param member name inside the zip; empty: the content of a gz; null: the file itself
   */
  public record Member(@Nullable String member, String sha256, long bytes) {}

  private final Path file;

  public Archive(Path file) {
    this.file = file;
  }

  /**
   * What there is to read, in the order of names.
   *
   * @throws Unreadable when the archive is damaged, nested or unsafe
   */
  public List<Member> members() throws IOException {
    byte[] start = start();
    try {
      if (Format.isGzip(start)) {
        return List.of(hash("", this::gunzip, true));
      }
      return Format.isZip(start) && !isWorkbook() ? zipped() : List.of(self());
    } catch (ZipException | java.io.EOFException e) {
      throw Unreadable.cutOff("damaged archive: " + e.getMessage());
    }
  }

  /** Whether the file is one packed file. */
  public boolean isGzip() throws IOException {
    return Format.isGzip(start());
  }

  private byte[] start() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    }
  }

  /** The file itself, whatever is in it. */
  public Member self() throws IOException {
    return hash(null, () -> Files.newInputStream(file), false);
  }

  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  private InputStream gunzip() throws IOException {
    return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
  }

  private ZipFile zip() throws IOException {
    return new ZipFile(file.toFile(), NAMES);
  }

  private boolean isWorkbook() throws IOException {
    try (ZipFile zip = zip()) {
      return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
    }
  }

  private List<Member> zipped() throws IOException {
    List<Member> members = new ArrayList<>();
    try (ZipFile zip = zip()) {
      if (zip.size() > SafetyLimits.MEMBERS) {
        throw Unreadable.unsafe(zip.size() + " members in one archive");
      }
      long total = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        checkName(entry.getName());
        if (!entry.isDirectory() && !isHousekeeping(entry.getName())) {
          Member member = hash(entry.getName(), () -> zip.getInputStream(entry), true);
          members.add(member);
          total += member.bytes;
          checkTotal(total);
        }
      }
    }
    if (members.isEmpty()) {
      throw new Unreadable("FILE_EMPTY", "no member", "");
    }
    members.sort((a, b) -> String.valueOf(a.member).compareTo(String.valueOf(b.member)));
    return members;
  }

  private static void checkName(String name) throws Unreadable {
    String plain = name.replace('\\', '/');
    if (plain.startsWith("/")
        || plain.matches("[A-Za-z]:.*")
        || List.of(plain.split("/", -1)).contains("..")
        || plain.indexOf('\0') >= 0) {
      throw Unreadable.unsafe("member name '" + name + "' leads out of the archive");
    }
  }

  private static boolean isHousekeeping(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".") || last.startsWith("~$");
  }

  private void checkTotal(long total) throws IOException {
    long ratio = Math.max(SafetyLimits.RATIO_FROM, Files.size(file) * SafetyLimits.RATIO);
    if (total > Math.min(ratio, SafetyLimits.UNPACKED_BYTES)) {
      throw Unreadable.unsafe("the archive unpacks to more than " + total + " bytes");
    }
  }

  private Member hash(@Nullable String member, Opening opening, boolean isPacked)
      throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    long bytes = 0;
    try (InputStream in = new DigestInputStream(opening.open(), digest)) {
      byte[] buffer = in.readNBytes(START);
      if (isPacked && isNested(buffer, member)) {
        throw new Unreadable("FILE_NESTED_ARCHIVE", String.valueOf(member), "");
      }
      bytes = buffer.length;
      buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (isPacked) {
          checkTotal(bytes);
        }
      }
    }
    return new Member(member, HexFormat.of().formatHex(digest.digest()), bytes);
  }

  /** A packed workbook is a zip, too; its first part tells it from an archive. */
  private static boolean isNested(byte[] start, @Nullable String member) {
    if (Format.isGzip(start)) {
      return true;
    }
    if (!Format.isZip(start)) {
      return false;
    }
    String first = new String(start, 30, Math.max(0, start.length - 30), StandardCharsets.US_ASCII);
    return !String.valueOf(member).toLowerCase(Locale.ROOT).endsWith(".xlsx")
        && !first.startsWith("[Content_Types].xml")
        && !first.startsWith("_rels/")
        && !first.startsWith("xl/")
        && !first.startsWith("docProps/");
  }

  /** Unpacks a member into a file. */
  public void unpack(String member, Path to) throws IOException {
    if (member.isEmpty()) {
      try (InputStream in = gunzip()) {
        copy(in, to);
      }
      return;
    }
    try (ZipFile zip = zip();
        InputStream in = Objects.requireNonNull(zip.getInputStream(zip.getEntry(member)))) {
      copy(in, to);
    }
  }

  private static void copy(InputStream in, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }
}
