/** The page on which a respondent answers without an account, and the printed sheet that leads there. */
package vn.cchc.survey.page;
