package in.suchna.duty;

import in.suchna.citizen.CitizenId;

/**
 * Somebody's account on WhatsApp, by keyed hashes: once a number is hidden, messages show the user id alone.
 *
 * @param number the number's keyed hash
 * @param user the business-scoped user id's keyed hash
 */
public record Account(CitizenId number, CitizenId user) {}
