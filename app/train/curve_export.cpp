// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/curve_export.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextStream>
#include <cmath>

#include "core/base/error.h"

namespace gbs::app {

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(gbs::app::CurvesTab)
};

[[noreturn]] void fail(const QSaveFile& file) {
    throw Error(ExportText::tr("Cannot write %1: %2. Choose another location or free some space.")
                    .arg(file.fileName(), file.errorString())
                    .toStdString());
}

void open(QSaveFile& file) {
    if (!file.open(QIODevice::WriteOnly)) fail(file);
}

void commit(QSaveFile& file) {
    if (!file.commit()) fail(file);
}

QString quote(QString text) {
    // Names of folders may contain any character.
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString format_number(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString();
}

void write_rows(QTextStream& stream, const RunCurves& run, const QStringList& names) {
    for (const auto& block : run.table.blocks()) {
        std::vector<const std::vector<double>*> columns;
        for (const QString& name : names) {
            const auto found = block->values.find(name);
            columns.push_back(found == block->values.end() ? nullptr : &found->second);
        }
        for (std::size_t row = 0; row < block->rows(); ++row) {
            stream << quote(run.name) << ',' << format_number(block->step[row]) << ','
                   << format_number(block->samples[row]) << ',' << format_number(block->seconds[row]);
            for (const auto* const column : columns)
                stream << ',' << (column ? format_number((*column)[row]) : QString());
            stream << '\n';
        }
    }
}

void paint(QPainter& painter, const std::vector<widgets::CurvePlot::Figure>& figures) {
    const QSize size = figures.front().size;
    for (std::size_t i = 0; i < figures.size(); ++i)
        painter.drawPicture(
            QPoint(static_cast<int>(i % 2) * size.width(), static_cast<int>(i / 2) * size.height()),
            figures[i].picture);
}

void write_pdf(const std::vector<widgets::CurvePlot::Figure>& figures, QSize size, QSaveFile& file) {
    QPdfWriter writer(&file);
    const int dpi = figures.front().dpi;
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / dpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    paint(painter, figures);
}

void write_png(const std::vector<widgets::CurvePlot::Figure>& figures, QSize size, QSaveFile& file) {
    constexpr int scale = 2;
    QImage image(size * scale, QImage::Format_RGB32);
    if (image.isNull()) throw Error(ExportText::tr("Not enough memory for the image.").toStdString());
    const int dots_per_meter = static_cast<int>(std::lround(figures.front().dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_meter);
    image.setDotsPerMeterY(dots_per_meter);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paint(painter, figures);
    painter.end();
    if (!image.save(&file, "PNG")) fail(file);
}

}  // namespace

void write_curves_csv(const QVector<RunCurves>& runs, const QString& path) {
    QStringList names;
    for (const RunCurves& run : runs) names << run.table.names();
    names.removeDuplicates();
    names.sort();
    QSaveFile file(path);
    open(file);
    QTextStream stream(&file);
    stream.setGenerateByteOrderMark(true);
    stream << "run,step,samples,seconds";
    for (const QString& name : names) stream << ',' << quote(name);
    stream << '\n';
    for (const RunCurves& run : runs) write_rows(stream, run, names);
    stream.flush();
    if (stream.status() != QTextStream::Ok) fail(file);
    commit(file);
}

void write_curve_figures(const std::vector<widgets::CurvePlot::Figure>& figures, const QString& path) {
    if (figures.empty()) throw Error(ExportText::tr("No curves to export.").toStdString());
    QSaveFile file(path);
    open(file);
    const QSize one = figures.front().size;
    const int rows = (static_cast<int>(figures.size()) + 1) / 2;
    const QSize size(one.width() * (figures.size() > 1 ? 2 : 1), one.height() * rows);
    if (path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        write_pdf(figures, size, file);
    else
        write_png(figures, size, file);
    commit(file);
}

}  // namespace gbs::app
