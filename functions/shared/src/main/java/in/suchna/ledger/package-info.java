/** Timelines made tamper-evident: each entry sealed to the one before it. */
@NullMarked
package in.suchna.ledger;

import org.jspecify.annotations.NullMarked;
