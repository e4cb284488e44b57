/** Web Push: RFC 8030 (the request), RFC 8291 (its encryption), RFC 8292 (who sends it), and which addresses are called at all. */
@NullMarked
package dev.twostep.push.webpush;

import org.jspecify.annotations.NullMarked;
