package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A detached Ed25519 signature (RFC 8032) of a release's manifest, and so, by its checksums, of
 * every file of the release. It stands beside the manifest as {@code manifest.json.sig}: 64 bytes
 * in Base64. Keys are PEM files as {@code openssl genpkey -algorithm ed25519} makes them.
 */
public final class ReleaseSignature {
  /** The file's name in a release. */
  public static final String FILE = "manifest.json.sig";

  private static final String ALGORITHM = "Ed25519";

  private ReleaseSignature() {}

  /**
   * Signs a release; an earlier signature is replaced.
   *
   * @param key a PKCS #8 private key in PEM
   * @return the signature's file
   * @throws IllegalArgumentException when the key is none of this kind
   */
  public static Path sign(Path release, Path key) throws IOException {
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(pem(key, "PRIVATE KEY")));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(Files.readAllBytes(release.resolve("manifest.json")));
      return Files.writeString(
          release.resolve(FILE), Base64.getEncoder().encodeToString(signature.sign()) + "\n");
    } catch (GeneralSecurityException e) {
      throw unusable(key, "private", e);
    }
  }

  /**
   * Whether the release is signed by the owner of a key.
   *
   * @param key an X.509 public key in PEM
   * @throws IllegalArgumentException when the key is none of this kind
   */
  public static boolean isBy(Path release, Path key) throws IOException {
    Path file = release.resolve(FILE);
    PublicKey known;
    try {
      known =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(pem(key, "PUBLIC KEY")));
    } catch (GeneralSecurityException e) {
      throw unusable(key, "public", e);
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(known);
      signature.update(Files.readAllBytes(release.resolve("manifest.json")));
      return signature.verify(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] pem(Path key, String what) throws IOException {
    String text = Files.readString(key);
    String begin = "-----BEGIN " + what + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + what + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "Cannot use key '%s': it has no line '%s'; make keys with openssl genpkey -algorithm ed25519"
              .formatted(key, begin));
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to).strip());
  }

  private static IllegalArgumentException unusable(Path key, String kind, Exception cause) {
    return new IllegalArgumentException(
        "Cannot use key '%s': it is no Ed25519 %s key; make keys with openssl genpkey -algorithm ed25519"
            .formatted(key, kind),
        cause);
  }
}
