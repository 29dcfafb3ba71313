/** The strata (tầng) of a campaign: the parts of the population that are sampled and counted apart. */
package vn.cchc.survey.stratum;
