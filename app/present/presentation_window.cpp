// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/presentation_window.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/theme.h"

namespace gbs::app {

namespace {

/// Sets the size in points, since the parts of the canvas derive theirs from it.
void set_type(QWidget* widget, int pixels, bool bold) {
    QFont font = widget->font();
    font.setPointSizeF(std::max(11, pixels) * 72.0 / widget->logicalDpiY());
    font.setBold(bold);
    widget->setFont(font);
}

/// A red dot at the pointer.
class LaserDot final : public QWidget {
 public:
    explicit LaserDot(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        resize(36, 36);
        hide();
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRadialGradient light(rect().center(), width() / 2.0);
        light.setColorAt(0, QColor(255, 60, 40));
        light.setColorAt(0.3, QColor(255, 30, 30, 230));
        light.setColorAt(1, QColor(255, 0, 0, 0));
        painter.fillRect(rect(), light);
    }
};

}  // namespace

PresentationWindow::PresentationWindow(Presenter* presenter, const DetectorSource* detector, QWidget* parent)
    : QWidget(parent, Qt::Window),
      presenter_(presenter),
      title_(new QLabel),
      phrase_(new QLabel),
      canvas_(new widgets::HeatmapCanvas),
      note_(new QLabel),
      place_(new QLabel),
      progress_(new QProgressBar),
      edit_(new QLineEdit),
      curtain_(new QWidget(this)),
      laser_(new LaserDot(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Presentation"));
    // Always dark, for dark rooms.
    setPalette(widgets::theme_palette(widgets::Theme::dark, true));
    setAutoFillBackground(true);
    for (QLabel* const label : {title_, phrase_, note_, place_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label == phrase_ || label == note_);
    }
    for (QLabel* const label : {title_, place_}) label->setForegroundRole(QPalette::PlaceholderText);
    phrase_->setObjectName(QStringLiteral("phrase"));
    note_->setObjectName(QStringLiteral("note"));
    place_->setObjectName(QStringLiteral("place"));
    place_->setToolTip(tr(
        "Space, →, PgDn: next    ←, PgUp: back    T: type a phrase    B: blank the screen    L: laser pointer    "
        "N: speaker notes    D: compare with the detector    Esc: close"));
    QSizePolicy keeps_place = canvas_->sizePolicy();
    keeps_place.setRetainSizeWhenHidden(true);
    canvas_->setSizePolicy(keeps_place);
    auto* const foot = new QHBoxLayout;
    foot->addWidget(note_, 1);
    foot->addWidget(place_, 0, Qt::AlignBottom);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(title_);
    layout->addWidget(phrase_);
    layout->addWidget(canvas_, 1);
    layout->addLayout(foot);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    progress_->setAccessibleName(tr("Progress"));
    layout->addWidget(progress_);
    edit_->setObjectName(QStringLiteral("ask"));
    edit_->setPlaceholderText(tr("What to look for"));
    edit_->setAccessibleName(tr("Phrase"));
    edit_->hide();
    layout->insertWidget(layout->indexOf(phrase_) + 1, edit_);
    curtain_->setObjectName(QStringLiteral("curtain"));
    curtain_->setPalette(QPalette(Qt::black));
    curtain_->setAutoFillBackground(true);
    curtain_->hide();
    laser_->setObjectName(QStringLiteral("laser"));
    make_keys();
    if (detector) detector_.share(*detector);
    connect(presenter_, &Presenter::changed, this, &PresentationWindow::refresh);
    connect(&detector_, &DetectorSource::changed, this, &PresentationWindow::refresh);
    canvas_->hide();
    // The window handles all keys, so the maps take no focus.
    for (std::size_t i = 0; i < widgets::HeatmapCanvas::tile_count; ++i)
        canvas_->tile(i)->view()->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::StrongFocus);
    refresh();
}

void PresentationWindow::make_keys() {
    const auto on = [this](std::initializer_list<int> keys, auto what) {
        for (const int key : keys) {
            auto* const shortcut = new QShortcut(QKeySequence(key), this);
            connect(shortcut, &QShortcut::activated, this, what);
        }
    };
    on({Qt::Key_Space, Qt::Key_Right, Qt::Key_PageDown}, [this] { presenter_->next(); });
    on({Qt::Key_Return, Qt::Key_Enter}, [this] {
        if (edit_->isHidden())
            presenter_->next();
        else
            take_phrase();
    });
    on({Qt::Key_Left, Qt::Key_PageUp, Qt::Key_Backspace}, [this] { presenter_->previous(); });
    on({Qt::Key_Home}, [this] { presenter_->go_to({0, 0}); });
    on({Qt::Key_End}, [this] { presenter_->go_to({presenter_->script().slides.size() - 1, 0}); });
    on({Qt::Key_D}, [this] {
        compare_detector_ = !compare_detector_;
        refresh();
    });
    on({Qt::Key_B, Qt::Key_Period}, [this] {
        curtain_->setGeometry(rect());
        curtain_->setVisible(curtain_->isHidden());
        curtain_->raise();
    });
    on({Qt::Key_L}, [this] { set_laser(laser_->isHidden()); });
    on({Qt::Key_T}, [this] { ask_phrase(); });
    on({Qt::Key_N}, [this] { toggle_speaker(); });
    on({Qt::Key_Q}, [this] { close(); });
    on({Qt::Key_Escape}, [this] {
        if (edit_->isHidden()) return void(close());
        edit_->hide();
        setFocus();
    });
}

/// On another screen if there is one.
void PresentationWindow::toggle_speaker() {
    if (speaker_) return void(speaker_->close());
    speaker_ = new SpeakerWindow(presenter_, this);
    speaker_->setAttribute(Qt::WA_DeleteOnClose);
    // Both windows have the same keys.
    connect(speaker_, &SpeakerWindow::key_pressed, this, [this](QKeyEvent* event) {
        for (QShortcut* const shortcut : findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly))
            if (shortcut->key() == QKeySequence(event->key())) Q_EMIT shortcut->activated();
    });
    for (QScreen* const each : QGuiApplication::screens())
        if (each != screen()) {
            speaker_->setScreen(each);
            speaker_->setGeometry(each->availableGeometry());
        }
    speaker_->show();
}

void PresentationWindow::ask_phrase() {
    edit_->clear();
    edit_->show();
    edit_->setFocus();
}

void PresentationWindow::take_phrase() {
    edit_->hide();
    setFocus();
    presenter_->add_phrase(edit_->text().simplified());
}

void PresentationWindow::set_laser(bool on) {
    laser_->setVisible(on);
    laser_->raise();
    laser_->move(mapFromGlobal(QCursor::pos()) - laser_->rect().center());
    // Moves over the tiles reach this window through the filter.
    setMouseTracking(true);
    for (QWidget* const part : findChildren<QWidget*>()) {
        part->setMouseTracking(true);
        part->removeEventFilter(this);
        if (on) part->installEventFilter(this);
    }
    removeEventFilter(this);
    if (on) installEventFilter(this);
    setCursor(on ? Qt::BlankCursor : Qt::ArrowCursor);
}

bool PresentationWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove)
        laser_->move(mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition().toPoint()) -
                     laser_->rect().center());
    return QWidget::eventFilter(watched, event);
}

widgets::CanvasView PresentationWindow::view() const {
    return compare_detector_ && detector_.is_open() ? widgets::CanvasView::detector
                                                    : presenter_->slide().view;
}

widgets::CanvasContent PresentationWindow::content() {
    widgets::CanvasContent content;
    const widgets::PhraseLayers* const layers = presenter_->layers();
    if (layers) content.layers = *layers;
    if (!detector_.is_open()) return content;
    detector_.request(presenter_->photo(), presenter_->phrase(), {content.layers.mean});
    const DetectorMaps& maps = detector_.maps();
    content.detector = maps.detector;
    if (!maps.combined.empty()) content.combined = maps.combined.front();
    content.detector_boxes = maps.boxes;
    content.detector_note = detector_.note();
    return content;
}

void PresentationWindow::refresh() {
    const Script& script = presenter_->script();
    const Photo& photo = presenter_->photo();
    title_->setText(QString::fromStdString(script.title));
    title_->setVisible(!script.title.empty());
    phrase_->setText(presenter_->phrase());
    canvas_->set_view(view());
    if (photo.pyramid != shown_) {
        shown_ = photo.pyramid;
        canvas_->set_photo(shown_);
        canvas_->setVisible(shown_ != nullptr);
        canvas_->viewport()->fit();
    }
    canvas_->set_content(content());
    const QString problem = presenter_->problem();
    const QString note = QString::fromStdString(presenter_->slide().note);
    const bool waits = photo.empty() || (!presenter_->layers() && !presenter_->phrase().isEmpty());
    note_->setText(!problem.isEmpty() ? problem : !note.isEmpty() || !waits ? note : tr("Loading…"));
    const std::size_t phrases = presenter_->slide().phrases.size();
    const QString slide = tr("%1 / %2").arg(presenter_->place().slide + 1).arg(script.slides.size());
    place_->setText(
        phrases < 2
            ? slide
            : tr("%1, phrase %2 of %3", "slide").arg(slide).arg(presenter_->place().phrase + 1).arg(phrases));
    int done = 1, all = 0;
    for (std::size_t i = 0; i < script.slides.size(); ++i) {
        const int count = std::max(1, static_cast<int>(script.slides[i].phrases.size()));
        if (i < presenter_->place().slide) done += count;
        all += count;
    }
    progress_->setRange(0, all);
    progress_->setValue(done + static_cast<int>(presenter_->place().phrase));
}

void PresentationWindow::set_sizes() {
    const int unit = std::max(6, height() / 54);
    set_type(canvas_, unit * 5 / 4, false);
    for (std::size_t i = 0; i < widgets::HeatmapCanvas::tile_count; ++i)
        set_type(canvas_->tile(i)->color_bar(), unit, false);
    set_type(title_, unit * 3 / 2, false);
    set_type(phrase_, unit * 7 / 2, true);
    set_type(edit_, unit * 5 / 2, false);
    set_type(note_, unit * 2, false);
    set_type(place_, unit * 3 / 2, false);
    layout()->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout()->setSpacing(unit / 2);
}

void PresentationWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    set_sizes();
    curtain_->setGeometry(rect());
}

}  // namespace gbs::app
