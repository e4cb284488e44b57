package dev.twostep.demo;

import java.io.Serial;

/** The demo cannot go on; the message is all that the person needs to know. */
final class DemoException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
