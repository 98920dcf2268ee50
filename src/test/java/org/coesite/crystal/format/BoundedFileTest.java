package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedFileTest {

  @Test
  void a_file_of_the_largest_size_is_read_whole() throws IOException {
    assertThat(BoundedFile.bytes(new ByteArrayInputStream(new byte[10]), 10)).hasSize(10);
  }

  @Test
  void a_larger_one_is_refused_with_the_limit() {
    assertThatThrownBy(() -> BoundedFile.bytes(new ByteArrayInputStream(new byte[11]), 10))
        .isInstanceOf(IOException.class)
        .hasMessage("it has more than 10 bytes; at most 10 are read");
  }

  @Test
  void a_file_that_grows_while_it_is_read_is_not_called_too_large() throws IOException {
    assertThat(BoundedFile.bytes(new Growing(), 10)).hasSize(3);
  }

  /** Ends after three bytes and has one more when it is asked again, as a file written to. */
  private static final class Growing extends InputStream {

    private int asked;

    @Override
    public int read() {
      asked++;
      return asked == 4 ? -1 : 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int next = read();
      if (next < 0) {
        return -1;
      }
      buffer[offset] = (byte) next;
      return 1;
    }
  }
}
