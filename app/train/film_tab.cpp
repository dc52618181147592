// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/film_tab.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/tiles/image_tiles.h"

namespace gbs::app {

FilmTab::FilmTab(CheckpointLoader load, QWidget* parent)
    : QWidget(parent),
      phrase_(new QLineEdit),
      map_(new QComboBox),
      draw_(new QPushButton(tr("&Draw"))),
      cancel_(new QPushButton(tr("&Cancel"))),
      note_(new QLabel),
      tiles_(new widgets::ImageTiles),
      strip_(std::move(load)) {
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    tiles_->setAccessibleName(tr("Map of the phrase for each checkpoint"));
    auto* const scroll = new QScrollArea;
    scroll->setWidget(tiles_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(make_bar());
    layout->addWidget(note_);
    layout->addWidget(scroll, 1);
    connect(&strip_, &FilmStrip::began, this, [this](quint64 id, int frames) {
        if (id != id_) return;
        expected_ = frames;
        refresh();
    });
    connect(&strip_, &FilmStrip::framed, this, [this](quint64 id, const FilmFrame& frame) {
        if (id != id_) return;
        frames_.push_back(frame);
        refresh();
    });
    connect(&strip_, &FilmStrip::finished, this, [this](quint64 id, const QString& problem) {
        if (id != id_) return;
        end(!problem.isEmpty() ? problem
            : frames_.empty()  ? tr("This run has no checkpoint yet.")
                               : QString());
    });
    refresh();
}

FilmTab::~FilmTab() = default;

QWidget* FilmTab::make_bar() {
    phrase_->setObjectName(QStringLiteral("phrase"));
    draw_->setObjectName(QStringLiteral("draw"));
    cancel_->setObjectName(QStringLiteral("cancel"));
    note_->setObjectName(QStringLiteral("note"));
    phrase_->setPlaceholderText(tr("A phrase"));
    phrase_->setToolTip(tr("Phrase to ground in the current photo with each checkpoint"));
    phrase_->setAccessibleName(tr("Phrase"));
    map_->addItem(tr("Mean map"), static_cast<int>(StripMap::mean));
    map_->addItem(QStringLiteral("H_GbS"), static_cast<int>(StripMap::gbs));
    map_->addItem(QStringLiteral("H_i2t"), static_cast<int>(StripMap::i2t));
    map_->setToolTip(tr("Map to show"));
    map_->setAccessibleName(tr("Map"));
    draw_->setToolTip(tr("Loads the checkpoints one by one; each takes a few seconds"));
    cancel_->setToolTip(tr("Stops after the current checkpoint"));
    connect(draw_, &QPushButton::clicked, this, &FilmTab::draw);
    connect(phrase_, &QLineEdit::returnPressed, this, &FilmTab::draw);
    connect(phrase_, &QLineEdit::textChanged, this, &FilmTab::refresh);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        strip_.cancel();
        end(tr("Canceled."));
    });
    auto* const bar = new QWidget;
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(phrase_, 1);
    row->addWidget(map_);
    row->addWidget(draw_);
    row->addWidget(cancel_);
    return bar;
}

void FilmTab::set_run(const QString& folder) {
    if (folder == run_) return;
    run_ = folder;
    if (id_ != 0) strip_.cancel();
    frames_.clear();
    end({});
}

void FilmTab::set_question(const QString& photo, const QString& phrase) {
    photo_ = photo;
    if (!phrase_->isModified() || phrase_->text().trimmed().isEmpty()) phrase_->setText(phrase);
    refresh();
}

void FilmTab::draw() {
    if (!draw_->isEnabled()) return;
    frames_.clear();
    expected_ = 0;
    FilmStripRequest request;
    request.run = run_;
    request.photo = photo_;
    request.phrase = phrase_->text().trimmed();
    request.map = static_cast<StripMap>(map_->currentData().toInt());
    request.look = look_;
    id_ = strip_.request(request);
    refresh();
}

void FilmTab::end(const QString& note) {
    id_ = 0;
    refresh();
    if (note.isEmpty()) return;
    note_->setText(note);
    note_->show();
}

void FilmTab::refresh() {
    const bool busy = id_ != 0;
    const bool ready = !run_.isEmpty() && !photo_.isEmpty() && !phrase_->text().trimmed().isEmpty();
    draw_->setEnabled(ready && !busy);
    cancel_->setEnabled(busy);
    QString note;
    if (run_.isEmpty())
        note = tr("Choose a run to see how its checkpoints ground a phrase.");
    else if (photo_.isEmpty())
        note = tr("Open a photo first.");
    else if (busy)
        note = expected_ == 0 ? tr("Loading…")
                              : tr("%1 of %n checkpoint(s)", nullptr, expected_).arg(frames_.size());
    else if (frames_.empty())
        note = tr("Press Draw to ground the phrase in %1 with each checkpoint of the run.")
                   .arg(QFileInfo(photo_).fileName());
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    const QLocale locale;
    std::vector<widgets::ImageTile> tiles;
    for (const FilmFrame& frame : frames_) {
        widgets::ImageTile tile;
        tile.name = frame.best ? tr("Step %1 (best)").arg(locale.toString(frame.step))
                               : tr("Step %1").arg(locale.toString(frame.step));
        tile.title = tile.name.toHtmlEscaped();
        tile.image = frame.picture;
        tile.missing = frame.problem;
        if (frame.problem.isEmpty()) tile.note = tr("peak %1").arg(locale.toString(frame.peak, 'f', 2));
        tiles.push_back(std::move(tile));
    }
    const int columns = static_cast<int>(tiles.size());
    tiles_->set_tiles(std::move(tiles), std::min(std::max(1, columns), 6));
}

}  // namespace gbs::app
