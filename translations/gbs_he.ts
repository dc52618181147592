<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>stretched to this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched to all maps shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched to typed limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched; %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureExportText</name>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw. Open a photo first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure of %1 × %2 pixels is too large. Choose a smaller size in percent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderExportText</name>
    <message>
        <source>%1: “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be grounded; see the log.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores of its boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√(mean · detector)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: no map was made. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Grounding report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrases, protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the maps, 0 to 1 on every photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decoder&apos;s map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geometric mean of both</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDatabase</name>
    <message>
        <source>%1: larger than a file of reviews can be (1 GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: it holds something else than reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by a newer version of GbS Explorer (its format is %2, this version knows %3). Update the program to judge photos of this folder; the file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was moved or deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewStore</name>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reviews in %1 are damaged and cannot be written; %2 verdict(s) of them could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: its reviews are kept in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. It cannot be renamed either: move it away to judge photos of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reviews of this folder were damaged (%1). The file was kept as %2; %3 verdict(s) could be read and are in a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither %1 nor %2 can be written: make one of them writable, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone: its reviews are kept in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reviews of the folder were saved anew in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews that were kept in %1 are now in %2. The old file is %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::AboutDialog</name>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GbS Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GbS Explorer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where a phrase lies in a photo, learned from photos and captions alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software, GPL-3.0-or-later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, devices, settings and the last lines of the log, for a report of a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip and its keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::BatchDialog</name>
    <message>
        <source>&amp;Go on where an earlier export ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Heatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>photos and how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos that are exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H_GbS, the &amp;decoder&apos;s map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H_i2t, &amp;image to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mean of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overlay on the photo, PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;16-bit grey PNG, 65535 is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;NumPy .npy, float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, at the photo&apos;s size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what the folder&apos;s maps.jsonl lists and write only what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that takes the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HTML file; it holds its images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the heatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photos and phrases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no phrase yet: type one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one map and one kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s) a phrase and photo</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. The file is there already and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::BoxesController</name>
    <message>
        <source>Open &amp;Ground Truth…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of phrases and boxes, as gbs evaluate reads it (TSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Ground &amp;Truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Detector Boxes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes that a detector found: JSONL or COCO JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Detector &amp;Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the Phrases of the &amp;Ground Truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All phrases that the ground truth has for this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases and boxes (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open detector boxes (COCO results together with their instances file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::CanvasController</name>
    <message>
        <source>&amp;Three Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;GbS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder&apos;s map alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;i2t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of image and text features alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The geometric mean of both maps alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the maps over the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %: one photo pixel on one screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen pixels a photo pixel, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All visible layers over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and &amp;B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two phrases or two models beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean map, a detector&apos;s boxes, and both combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phrases as Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place in the colour of the phrase with the highest value there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wipe between A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B in one tile, parted by a divider that can be dragged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Zoom between Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: a photo of another size is fitted to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file of detector boxes to see them here (File menu).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to compare with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Compa&amp;ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another phrase to compare with, or choose a model to compare with in the Model menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ColorBar</name>
    <message>
        <source>Colours of the values. The triangles show the lowest and the highest value of this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour bar %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Now: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::DetectorSource</name>
    <message>
        <source>boxes for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes of the class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no box for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 boxes in %3 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; skipped: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::Explorer</name>
    <message>
        <source>The model could not be loaded. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to look for first, like “a dog” or “the sky”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo to see where “%1” lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms a phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo %1 ms, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grounding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model to compare with could not be loaded. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phrase cannot be empty: “%1” is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading boxes…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ExportController</name>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is seen to a PNG, SVG or PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is seen, with the choices of the last export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heatmaps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the maps of a photo or a whole folder as 16-bit PNG and .npy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an HTML file with photos, phrases and their maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) have not ended. Cancel them and close? Files that were written stay whole.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Exports and &amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Heatmaps of %n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of %n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::ExportDialog</name>
    <message>
        <source>Export Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, letters and lines as vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, letters and lines as vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and peak above each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours and values below each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase, model and photo below the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phrases and their colours below the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the figure a pixel of the photo, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ExportJob</name>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::FolderScanner</name>
    <message>
        <source>%1: there are no images in it or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there are no images in it. “Include Subfolders” looks below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::GroundTruth</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped rows: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::GroundingWorker</name>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up on %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grounding “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::HeatmapCanvas</name>
    <message>
        <source>No photo open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo or a folder here, or open one from the tool bar.
Then type what to look for, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::HeatmapTile</name>
    <message>
        <source>The highest value and its pixel (x, y) in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the divider, or move it with Shift and the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::HeatmapView</name>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ImageListModel</name>
    <message>
        <source>%1
This file could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged: %1 right, %2 wrong, %3 unsure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ImageListPanel</name>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter images by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only photos with this in their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever their verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phrase was judged on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one phrase was judged right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one phrase was judged wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one phrase was judged unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases were judged differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter images by verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only photos that were judged so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::ImagesController</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Sample Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 × %3) – GbS Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Include Subfolders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the photos of all folders below, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos in what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the image, or the files, that are in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a name to see only those photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::JobList</name>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the work before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports and reports show their progress here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in the background</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this work; what it wrote so far is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this line from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is done, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::LayerPanel</name>
    <message>
        <source>Draw this layer later, over the next one (Alt+Up in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw this layer earlier, under the next one (Alt+Down in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest value of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at the low end of the colours, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at the high end of the colours, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fade low values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply to all maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers, the topmost first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an eye or press Space to show or hide a layer in this view. Drag a layer to change the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the layer in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the layer covers what lies under it, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold in hundredths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first four grow lighter evenly with the value; turbo does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretched to each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretched to all maps shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed limits keep colours comparable between maps and photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline where the value is at least so high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low values let the photo show through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change for one map holds for all of them; each keeps its own eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rom, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::LayerStack</name>
    <message>
        <source>GbS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i2t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean with detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases as colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::Legend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::LogPanel</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::MainWindow</name>
    <message>
        <source>GbS Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ModelCardDialog</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointing accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (GbS %2, i2t %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ModelController</name>
    <message>
        <source>&amp;Default Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that comes with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another checkpoint; the phrases are grounded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on, how well it points, and how it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default model as side B, beside the model of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint as side B, beside the model of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first GPU that works, else the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PastedImages</name>
    <message>
        <source>the pasted image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image in the clipboard. Copy one, or a file, and paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the folder for pasted images cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the pasted image cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to paste this image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PhotoBrowser</name>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there. What is open stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changed on disk and is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted or renamed. It stays shown until you leave it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PhotoLoader</name>
    <message>
        <source>%1: not enough memory to open this photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PhraseController</name>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type a Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide or Show Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour of the Phrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Phrase &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Phrase &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;All Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ompare With…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase to show beside “%1”:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PhraseModel</name>
    <message>
        <source>%1
Highest value of the mean map: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PhrasePanel</name>
    <message>
        <source>What to look for: a dog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a phrase and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a phrase and press Enter to see where it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a word to see where that word alone lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pare with the Current Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PreferencesDialog</name>
    <message>
        <source>Show the map &amp;while typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep zoom and place between photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prepare the neighbouring photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on where the last session ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is rebuilt in the other language at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map follows the phrase without Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long typing must rest before the map follows, in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: each photo is fitted to the window first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos before and after this one are read and encoded ahead while the program is idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model runs on; automatic takes the first GPU that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for encoded photos, in megabytes; counts when a model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for finished maps, in megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, photo, phrases, layers and view are there again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for &amp;encoded photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for &amp;maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PresentController</name>
    <message>
        <source>P&amp;resent These Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen, phrase by phrase and image by image, from this one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present a S&amp;cript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen, the images and phrases of a YAML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the images to present first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::PresentationWindow</name>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, →, PgDn: on    ←, PgUp: back    D: beside the detector    Esc: end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget which files and folders were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewController</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear Verdict and Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a &amp;Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the true place in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a &amp;Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around the true place in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar&amp;k the Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks the highest value of the mean map as the true place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Photo Without a &amp;Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Statistics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a phrase to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the reviews of this folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every photo has a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reviews could not be saved. %1

It is tried again every two seconds. If you close now, they go to a file of your own; if that fails too, they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewExportActions</name>
    <message>
        <source>Export Verdicts for a Sp&amp;readsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV: a row a verdict of this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;All Reviews…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONL: an object a photo and phrase of this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Marks as Phrases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV: the true places of this folder as gbs evaluate reads them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files (%2);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewExporter</name>
    <message>
        <source>No place was marked in this folder yet: there is nothing to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was judged in this folder yet: there is nothing to write.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewPanel</name>
    <message>
        <source>Try &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the verdict on this phrase, photo and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next phrase, then next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown after a verdict was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;After a verdict:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the verdict and the note back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be decided: not counted in the accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the reviews are saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries to save now; it is tried every two seconds as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right, %2 wrong, %3 unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean map hits %1 of %2 marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this folder under this model: right / (right + wrong), with Wilson&apos;s 95 % interval. A map hits when its highest value lies in a marked box, or within 5 % of the photo&apos;s diagonal of a marked point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>button and its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewSession</name>
    <message>
        <source>“%1” is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a mark of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a mark of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewStatisticsDialog</name>
    <message>
        <source>Review statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics by phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the phrases that contain this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy is right / (right + wrong); unsure ones are left out. A map hits when its highest value lies in a marked box, or within 5 % of the photo&apos;s diagonal of a marked point. In brackets: Wilson&apos;s 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ReviewStatisticsModel</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GbS hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i2t hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right / (right + wrong) in percent, with Wilson&apos;s 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps whose highest value lies at the marked place, of all that were marked, in percent with Wilson&apos;s 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::SettingsController</name>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, colours, memory and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action with its keys, to search and to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, devices, settings and the last lines of the log, for a report of a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About GbS Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ShortcutModel</name>
    <message>
        <source>Standard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::ShortcutsDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the key that shall do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action gets this key; an action that had it loses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action has no key then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action&apos;s standard keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard keys of all actions again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2, which loses it when you set it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::StartPage</name>
    <message>
        <source>Sample photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three things to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open all photos of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo or a folder, or drop one here. Then type what to look for, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where a phrase lies in a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find “%1” in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the photo and types the phrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::StatusLine</name>
    <message>
        <source>What the program is doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the photo and the last phrase took, in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1
Image encoder: %2, input %3 × %3 pixels
Text encoder: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gbs::TruthPanel</name>
    <message>
        <source>Box %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then click on the true place in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then draw a box around the true place in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks the highest value of the mean map as the true place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next mark replaces the selected one. In the list, Ctrl and the arrow keys move it by one pixel, with Shift by ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the selected mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True places of the phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the photo: x, y from its top left corner, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
