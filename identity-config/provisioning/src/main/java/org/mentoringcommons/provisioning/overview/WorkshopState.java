package org.mentoringcommons.provisioning.overview;

/**
 * Of what curriculum-service tells of a workshop, what is counted.
 *
 * @param status planned, delivered or cancelled
 */
record WorkshopState(String id, String status) {}
