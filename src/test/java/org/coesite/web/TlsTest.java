package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data directory has a certificate. */
class TlsTest {

  private static final String STORE_PASSWORD = "changeit";

  @TempDir Path directory;

  @Test
  void with_a_certificate_cookies_and_browsers_stay_with_tls() throws Exception {
    Path store = directory.resolve("server.p12");
    makeCertificate(store);
    Files.writeString(
        directory.resolve("server.properties"),
        "server.ssl.key-store=%s\nserver.ssl.key-store-password=%s\n"
            .formatted(store, STORE_PASSWORD));

    try (TestServer server = new TestServer(directory)) {
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
      for (String path : new String[] {"/api/session", "/camunda/app/cockpit/default/"}) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(
                        URI.create("https://localhost:" + server.address("").getPort() + path))
                    .header("Authorization", TestServer.basic("admin", TestServer.PASSWORD))
                    .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie"))
            .isNotEmpty()
            .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
      }
    }
  }

  private static void makeCertificate(Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "coesite",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(store)) {
      keys.load(stream, STORE_PASSWORD.toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("coesite", keys.getCertificate("coesite"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
