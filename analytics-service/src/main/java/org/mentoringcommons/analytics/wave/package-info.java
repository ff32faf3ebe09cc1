/** Our copy of the waves: which workshop was evaluated with which instrument. */
package org.mentoringcommons.analytics.wave;
