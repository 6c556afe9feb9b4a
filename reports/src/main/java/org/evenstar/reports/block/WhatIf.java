package org.evenstar.reports.block;

/**
 * An institution's own requirement scores, to change and see which star would follow; laid out and
 * computed in the page, sent nowhere.
 *
 * @param data own scores by indicator and star, weights, threshold and limits: what {@code
 *     whatif.js} reads
 */
public record WhatIf(String title, String basis, DataBlock data) implements Block {}
