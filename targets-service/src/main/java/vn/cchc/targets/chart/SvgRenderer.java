package vn.cchc.targets.chart;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws a plot as an SVG document. Lets-Plot measures texts by tables of its own, so no font need be installed, and texts stay
 * texts.
 */
final class SvgRenderer {

    /** Lets-Plot draws the identifiers of elements at random. */
    private static final Pattern IDENTIFIER = Pattern.compile("(id=\"|url\\(#|\\n#)([cdp]\\w{6})\\b");

    private static final String LETTERS = ".plot-title { font-size: 15px !important } .plot-caption { font-size: 12px !important }";

    private SvgRenderer() {
    }

    /** @param description what the picture shows, for readers who do not see it */
    static String draw(Plot plot, String title, String description) {
        String drawn = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(plot.specification(), null,
                new UnsupportedRGBEncoder(), false);
        try {
            return write(described(parse(repeatable(drawn)), title, description));
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Equal content gives an equal document, and so an equal entity tag. */
    private static String repeatable(String svg) {
        Map<String, String> names = new HashMap<>();
        return IDENTIFIER.matcher(svg)
                .replaceAll(found -> found.group(1) + names.computeIfAbsent(found.group(2), any -> "e" + names.size()));
    }

    private static Document parse(String svg) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Document described(Document document, String title, String description) {
        Element svg = document.getDocumentElement();
        svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
        svg.setAttribute("xml:lang", "vi");
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-labelledby", "title desc");
        svg.insertBefore(element(document, "style", LETTERS), svg.getFirstChild());
        svg.insertBefore(element(document, "desc", description), svg.getFirstChild());
        svg.insertBefore(element(document, "title", title), svg.getFirstChild());
        return document;
    }

    private static Element element(Document document, String name, String text) {
        Element element = document.createElementNS(document.getDocumentElement().getNamespaceURI(), name);
        element.setAttribute("id", name);
        element.setTextContent(text);
        return element;
    }

    private static String write(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        StringWriter written = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(written));
        return written.toString();
    }
}
