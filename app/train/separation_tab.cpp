// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/separation_tab.h"

#include <QBuffer>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "widgets/style/icons.h"
#include "widgets/style/theme.h"

namespace gbs::app {

namespace {

constexpr int period = 1000;  // milliseconds between looks for new previews

QToolButton* icon_button(const QString& icon, const QString& name, const QString& tip) {
    auto* const button = new QToolButton;
    button->setIcon(widgets::line_icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setAutoRepeat(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

PreviewShown read_shown(const PreviewRequest& request, const PreviewShown& last) {
    PreviewShown shown;
    shown.run = request.run;
    if (request.run.isEmpty()) return shown;
    shown.previews = find_previews(request.run);
    if (shown.previews.isEmpty()) return shown;
    shown.at = static_cast<int>(shown.previews.size()) - 1;
    if (request.step) {
        // If it has been deleted, take the next one.
        const auto found =
            std::find_if(shown.previews.begin(), shown.previews.end(),
                         [&](const PreviewEntry& preview) { return preview.step >= *request.step; });
        if (found != shown.previews.end()) shown.at = static_cast<int>(found - shown.previews.begin());
    }
    if (request.only_news && last.run == request.run && last.previews == shown.previews &&
        last.at == shown.at)
        return last;
    const PreviewEntry& preview = shown.previews[shown.at];
    shown.rows = read_preview_rows(preview);
    for (int row = 0; row < shown.rows.size(); ++row)
        if (request.alpha.isEmpty() || shown.rows[row].alpha == request.alpha) shown.samples << row;
    if (shown.samples.isEmpty()) return shown;
    shown.sample = std::clamp(request.sample, 0, static_cast<int>(shown.samples.size()) - 1);
    QStringList problems;
    shown.images = read_preview_images(preview, shown.samples[shown.sample], problems);
    shown.problem = problems.join(QStringLiteral("; "));
    return shown;
}

/// The images with their texts as on the screen, but always on white and of one size.
QImage draw_page(const widgets::SeparationImages& images) {
    constexpr int scale = 2;
    widgets::SeparationView page;
    page.setPalette(widgets::theme_palette(widgets::Theme::light, false));
    page.set_images(images);
    page.resize(page.sizeHint());
    QImage drawn(page.size() * scale, QImage::Format_RGB32);
    drawn.setDevicePixelRatio(scale);
    drawn.fill(Qt::white);
    page.render(&drawn, {}, {}, QWidget::DrawChildren);
    return drawn;
}

/// Atomically. Throws Error.
void write_png(const QImage& image, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        throw Error(path.toStdString() + ": not enough memory for the image");
    write_atomically(to_path(path),
                     std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace

SeparationTab::SeparationTab(QWidget* parent)
    : QWidget(parent),
      view_(new widgets::SeparationView),
      note_(new QLabel),
      step_(new QLabel),
      slider_(new QSlider(Qt::Horizontal)),
      alpha_(new QComboBox),
      sample_(new QComboBox) {
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setAccessibleName(tr("Status"));
    auto* const scroll = new QScrollArea;
    scroll->setWidget(view_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(make_bar());
    layout->addWidget(note_);
    layout->addWidget(scroll, 1);
    timer_.setInterval(period);
    connect(&timer_, &QTimer::timeout, this, [this] { look(true); });
    show_answer({});
}

SeparationTab::~SeparationTab() = default;

QWidget* SeparationTab::make_bar() {
    note_->setObjectName(QStringLiteral("note"));
    slider_->setObjectName(QStringLiteral("slider"));
    alpha_->setObjectName(QStringLiteral("alpha"));
    sample_->setObjectName(QStringLiteral("sample"));
    back_ = icon_button(QStringLiteral("previous"), tr("Previous preview"), tr("Previous preview (Page Up)"));
    forward_ = icon_button(QStringLiteral("next"), tr("Next preview"), tr("Next preview (Page Down)"));
    slider_->setToolTip(tr("Steps through the saved previews"));
    slider_->setAccessibleName(tr("Preview"));
    slider_->setPageStep(1);
    slider_->setMinimumWidth(120);
    follow_ = new QToolButton;
    follow_->setObjectName(QStringLiteral("follow"));
    follow_->setText(tr("Lates&t"));
    follow_->setToolTip(tr("Always shows the latest preview"));
    follow_->setCheckable(true);
    follow_->setChecked(true);
    follow_->setFocusPolicy(Qt::StrongFocus);
    alpha_->setToolTip(tr("Shows only blends of this alpha generator"));
    alpha_->setAccessibleName(tr("Alpha generator"));
    sample_->setToolTip(tr("Blend to show"));
    sample_->setAccessibleName(tr("Blend"));
    for (QComboBox* const box : {alpha_, sample_}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(back_, &QToolButton::clicked, this, [this] { step_to(shown_.at - 1); });
    connect(forward_, &QToolButton::clicked, this, [this] { step_to(shown_.at + 1); });
    connect(slider_, &QSlider::valueChanged, this, &SeparationTab::step_to);
    connect(follow_, &QToolButton::toggled, this, [this] { look(); });
    connect(alpha_, &QComboBox::activated, this, [this] {
        sample_->setCurrentIndex(-1);
        look();
    });
    connect(sample_, &QComboBox::activated, this, [this] { look(); });
    save_ = new QToolButton;
    save_->setObjectName(QStringLiteral("save"));
    save_->setText(tr("Save &Image…"));
    save_->setToolTip(tr("Saves the images shown as one PNG file"));
    save_->setFocusPolicy(Qt::StrongFocus);
    connect(save_, &QToolButton::clicked, this, &SeparationTab::ask_for_file);
    auto* const bar = new QWidget;
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto* const alpha_label = new QLabel(tr("A&lpha"));
    alpha_label->setBuddy(alpha_);
    auto* const sample_label = new QLabel(tr("&Blend"));
    sample_label->setBuddy(sample_);
    row->addWidget(back_);
    row->addWidget(slider_, 1);
    row->addWidget(forward_);
    row->addWidget(step_);
    for (QWidget* const part :
         {static_cast<QWidget*>(follow_), static_cast<QWidget*>(alpha_label), static_cast<QWidget*>(alpha_),
          static_cast<QWidget*>(sample_label), static_cast<QWidget*>(sample_), static_cast<QWidget*>(save_)})
        row->addWidget(part);
    return bar;
}

void SeparationTab::set_run(const QString& folder) {
    if (folder == run_) return;
    run_ = folder;
    follow_->setChecked(true);
    sample_->setCurrentIndex(-1);
    show_answer({});
    look();
}

void SeparationTab::look(bool only_news) {
    if (!isVisible()) return;
    PreviewRequest request;
    request.run = run_;
    if (!follow_->isChecked() && shown_.at >= 0)
        request.step =
            shown_
                .previews[std::clamp<int>(slider_->value(), 0, static_cast<int>(shown_.previews.size()) - 1)]
                .step;
    request.alpha = alpha_->currentData().toString();
    request.sample = std::max(0, sample_->currentIndex());
    request.only_news = only_news;
    tasks_.submit(
        this, [request, last = shown_] { return read_shown(request, last); },
        [this](const PreviewShown& shown) {
            if (shown.run == run_) show_answer(shown);  // not those of a run selected before
        },
        [this, run = run_](const QString& reason) {
            PreviewShown shown;
            shown.run = run;
            shown.problem = reason;
            if (run == run_) show_answer(shown);
        });
}

void SeparationTab::show_answer(const PreviewShown& answer) {
    shown_ = answer;

    const QSignalBlocker slider(slider_);
    slider_->setRange(0, std::max(0, static_cast<int>(answer.previews.size()) - 1));
    slider_->setValue(std::max(0, answer.at));
    slider_->setEnabled(answer.previews.size() > 1);
    back_->setEnabled(answer.at > 0);
    forward_->setEnabled(answer.at >= 0 && answer.at + 1 < answer.previews.size());
    const QLocale locale;
    step_->setText(answer.at < 0 ? QString()
                                 : tr("step %1").arg(locale.toString(answer.previews[answer.at].step)));
    refresh_boxes();
    view_->setVisible(answer.sample >= 0);
    save_->setEnabled(answer.sample >= 0);
    if (answer.sample >= 0) view_->set_images(answer.images);
    QStringList notes;
    if (run_.isEmpty())
        notes << tr("Choose a run to see how it separates blends.");
    else if (answer.run.isEmpty())
        notes << tr("Reading…");
    else if (answer.at < 0 && answer.problem.isEmpty())
        notes << tr("This run has no preview yet. The option preview.every sets how often it saves one.");
    else if (answer.sample < 0 && answer.problem.isEmpty())
        notes << tr(
            "This preview has no blend with this alpha generator. Choose another preview or generator.");
    else if (answer.sample >= 0)
        notes << view_->lacks();
    notes << answer.problem;
    notes.removeAll(QString());
    note_->setText(notes.join(QLatin1Char(' ')));
    note_->setVisible(!notes.isEmpty());
    Q_EMIT refreshed();
}

void SeparationTab::refresh_boxes() {
    const QString selected = alpha_->currentData().toString();
    QStringList kinds;
    for (const PreviewRow& row : shown_.rows)
        if (!row.alpha.isEmpty() && !kinds.contains(row.alpha)) kinds << row.alpha;
    // Keep the selected generator even if this preview has no such blend.
    if (!selected.isEmpty() && !kinds.contains(selected)) kinds << selected;
    alpha_->clear();
    alpha_->addItem(tr("any"), QString());
    for (const QString& kind : kinds) alpha_->addItem(alpha_title(kind), kind);
    alpha_->setCurrentIndex(std::max(0, alpha_->findData(selected)));
    alpha_->setEnabled(!kinds.isEmpty());
    const int sample = sample_->currentIndex();
    sample_->clear();
    for (int i = 0; i < shown_.samples.size(); ++i)
        sample_->addItem(tr("%1: %2", "number of a blend, and its alpha map")
                             .arg(shown_.samples[i] + 1)
                             .arg(alpha_title(shown_.rows[shown_.samples[i]].alpha)));
    sample_->setCurrentIndex(shown_.sample >= 0 ? shown_.sample : sample);
    sample_->setEnabled(shown_.samples.size() > 1);
}

void SeparationTab::step_to(int index) {
    if (index < 0 || index >= shown_.previews.size()) return;
    {
        const QSignalBlocker slider(slider_), follow(follow_);
        slider_->setValue(index);
        follow_->setChecked(false);
    }
    step_->setText(tr("step %1").arg(QLocale().toString(shown_.previews[index].step)));
    look();
}

void SeparationTab::ask_for_file() {
    if (shown_.sample < 0) return;
    const QString name =
        QStringLiteral("%1-%2.png").arg(QFileInfo(run_).fileName()).arg(shown_.previews[shown_.at].step);
    QString path = QFileDialog::getSaveFileName(this, tr("Save Separation"), name, QStringLiteral("*.png"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().compare(QStringLiteral("png"), Qt::CaseInsensitive) != 0)
        path += QStringLiteral(".png");
    export_to(path);
}

void SeparationTab::export_to(const QString& path) {
    if (shown_.sample < 0) return;
    run_in_background(
        this, [page = draw_page(shown_.images), path] { write_png(page, path); },
        [this, path] {
            Q_EMIT message(widgets::Severity::info, tr("Separation saved to %1.").arg(path));
            Q_EMIT exported(path);
        },
        [this](const QString& reason) { Q_EMIT message(widgets::Severity::error, reason); });
}

void SeparationTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    timer_.start();
    look();
}

void SeparationTab::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    timer_.stop();
}

void SeparationTab::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_PageUp)
        step_to(slider_->value() - 1);
    else if (event->key() == Qt::Key_PageDown)
        step_to(slider_->value() + 1);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace gbs::app
