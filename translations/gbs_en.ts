<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FolderExportText</name>
    <message numerus="yes">
        <source>%n photo(s) written to %1.</source>
        <translation>
            <numerusform>%n photo written to %1.</numerusform>
            <numerusform>%n photos written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already existed.</source>
        <translation>
            <numerusform>%n already existed.</numerusform>
            <numerusform>%n already existed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be grounded; see the log.</source>
        <translation>
            <numerusform>%n item could not be grounded; see the log.</numerusform>
            <numerusform>%n items could not be grounded; see the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::BatchDialog</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s)</source>
        <translation>
            <numerusform>%1: %n file</numerusform>
            <numerusform>%1: %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkForm</name>
    <message numerus="yes">
        <source>%1 in %2, %n photo(s)</source>
        <translation>
            <numerusform>%1 in %2, %n photo</numerusform>
            <numerusform>%1 in %2, %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::CurvesTab</name>
    <message numerus="yes">
        <source>At most %n run(s) can be compared with this run.</source>
        <translation>
            <numerusform>At most %n run can be compared with this run.</numerusform>
            <numerusform>At most %n runs can be compared with this run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the metrics could not be read.</source>
        <translation>
            <numerusform>%n line of the metrics could not be read.</numerusform>
            <numerusform>%n lines of the metrics could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::Explorer</name>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation>
            <numerusform>Add %n phrase</numerusform>
            <numerusform>Add %n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportController</name>
    <message numerus="yes">
        <source>%n export(s) are not finished. Cancel them and close? Files already written are complete.</source>
        <translation>
            <numerusform>%n export is not finished. Cancel it and close? Files already written are complete.</numerusform>
            <numerusform>%n exports are not finished. Cancel them and close? Files already written are complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heatmaps of %n photo(s)</source>
        <translation>
            <numerusform>Heatmaps of %n photo</numerusform>
            <numerusform>Heatmaps of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of %n photo(s)</source>
        <translation>
            <numerusform>Report of %n photo</numerusform>
            <numerusform>Report of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::FilmTab</name>
    <message numerus="yes">
        <source>%1 of %n checkpoint(s)</source>
        <translation>
            <numerusform>%1 of %n checkpoint</numerusform>
            <numerusform>%1 of %n checkpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundTruth</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation>
            <numerusform>Ground truth: %n phrase of %1 photos.</numerusform>
            <numerusform>Ground truth: %n phrases of %1 photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundingWorker</name>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation>
            <numerusform>Grounding %n phrase…</numerusform>
            <numerusform>Grounding %n phrases…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseBrowser</name>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentController</name>
    <message numerus="yes">
        <source>Presentation of %n photo(s)</source>
        <translation>
            <numerusform>Presentation of %n photo</numerusform>
            <numerusform>Presentation of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListPanel</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelCardDialog</name>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>%1 of %n photo</numerusform>
            <numerusform>%1 of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExportActions</name>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Annotations of %n photo(s) written to %1</source>
        <translation>
            <numerusform>Annotations of %n photo written to %1</numerusform>
            <numerusform>Annotations of %n photos written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewController</name>
    <message numerus="yes">
        <source>%1: %Ln photo(s)</source>
        <translation>
            <numerusform>%1: %Ln photo</numerusform>
            <numerusform>%1: %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PopoverButton</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::TruthPanel</name>
    <message numerus="yes">
        <source>Polygon of %n corner(s), %1</source>
        <translation>
            <numerusform>Polygon of %n corner, %1</numerusform>
            <numerusform>Polygon of %n corners, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::TeamController</name>
    <message numerus="yes">
        <source>Disagreement: %n phrase(s)</source>
        <translation>
            <numerusform>Disagreement: %n phrase</numerusform>
            <numerusform>Disagreement: %n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorController</name>
    <message numerus="yes">
        <source>Boxes of %n photo(s)</source>
        <translation>
            <numerusform>Boxes of %n photo</numerusform>
            <numerusform>Boxes of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::MarksController</name>
    <message numerus="yes">
        <source>Marks added to %n phrase(s).</source>
        <translation>
            <numerusform>Marks added to %n phrase.</numerusform>
            <numerusform>Marks added to %n phrases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewSession</name>
    <message numerus="yes">
        <source>Mark %n phrase(s)</source>
        <translation>
            <numerusform>Mark %n phrase</numerusform>
            <numerusform>Mark %n phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) were changed in the meantime, and stay as they are.</source>
        <translation>
            <numerusform>%n review was changed in the meantime, and stays as it is.</numerusform>
            <numerusform>%n reviews were changed in the meantime, and stay as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
