/** The month after a workshop in which its participants are asked: opened by facts, ended by time. */
package org.mentoringcommons.survey.wave;
