// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/running_detector.h"

#include <QStandardPaths>

#include "app/base/convert.h"
#include "core/detector/cached_detector.h"

namespace gbs::app {

namespace {

constexpr qsizetype max_log_lines = 500, max_answers = 2000;

struct Greeting {
    QString name, device;
};

}  // namespace

RunningDetector::RunningDetector(QObject* parent) : QObject(parent) {}

RunningDetector::~RunningDetector() = default;

QString RunningDetector::cache_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/detectors");
}

QString RunningDetector::description() const {
    if (name_.isEmpty()) return command_;
    return device_.isEmpty() ? name_ : name_ + QStringLiteral(", ") + device_;
}

void RunningDetector::set_state(State state) {
    state_ = state;
    Q_EMIT state_changed();
}

void RunningDetector::start(const QString& command) {
    stop();
    ++run_;
    command_ = command.trimmed();
    BridgeOptions options{.command = command_.toStdString()};
    options.said = [self = QPointer<QObject>(this), this, run = run_](const std::string& line, bool again) {
        deliver(self, {},
                [this, run, text = QString::fromStdString(line), again] { take_line(run, text, again); });
    };
    options.ended = [self = QPointer<QObject>(this), this, run = run_] {
        deliver(self, {}, [this, run] { note_end(run); });
    };
    detector_ = std::make_shared<CachedDetector>(std::move(options), to_path(cache_folder()));
    tasks_.submit(
        this,
        [detector = detector_](const std::stop_token& stop) {
            detector->start(stop);
            return Greeting{QString::fromStdString(detector->bridge()->name()),
                            QString::fromStdString(detector->bridge()->device())};
        },
        [this](const Greeting& greeting) {
            name_ = greeting.name;
            device_ = greeting.device;
            set_state(State::ready);
            ask_next();
        },
        [this](const QString& reason) { fail(reason); });
    set_state(State::starting);
}

void RunningDetector::stop() {
    tasks_.stop();
    // It may take its time to end.
    if (detector_)
        tasks_.submit(
            [detector = std::exchange(detector_, nullptr)](const std::stop_token&) { detector->end(); });
    name_.clear();
    device_.clear();
    log_.clear();
    answers_.clear();
    wanted_.reset();
    asking_ = false;
    set_state(State::off);
    Q_EMIT answered();
}

void RunningDetector::fail(const QString& reason) {
    asking_ = false;
    wanted_.reset();
    set_state(State::failed);
    Q_EMIT message(widgets::Severity::error, reason);
    Q_EMIT answered();
}

void RunningDetector::take_line(int run, const QString& line, bool again) {
    if (run != run_ || state_ == State::off) return;
    if (again && !log_.isEmpty()) log_.removeLast();
    log_ << line;
    if (log_.size() > max_log_lines) log_.removeFirst();
    Q_EMIT said(line, again);
}

/// If it ends while it starts or answers, that task reports the reason.
void RunningDetector::note_end(int run) {
    if (run != run_ || state_ != State::ready || asking_) return;
    QString text = tr("The detector %1 has ended by itself.").arg(name_);
    for (const QString& line : log_.mid(std::max<qsizetype>(0, log_.size() - 5))) text += u'\n' + line;
    fail(text);
}

std::optional<RunningDetector::Answer> RunningDetector::answer(const Photo& photo, const QString& phrase) {
    const QString key = photo.key + u'\n' + phrase;
    if (const auto known = answers_.constFind(key); known != answers_.constEnd()) return *known;
    if (state_ == State::failed || state_ == State::off || photo.empty() || phrase.isEmpty()) return {};
    wanted_ = {photo.path, phrase, key};
    ask_next();
    return {};
}

void RunningDetector::ask_next() {
    if (asking_ || state_ != State::ready || !wanted_) return;
    asking_ = true;
    const Question question = *std::exchange(wanted_, {});
    tasks_.submit(
        this,
        [detector = detector_, question](const std::stop_token& stop) {
            const std::vector<std::string> phrases{question.phrase.toStdString()};
            BridgeAnswer got = detector->ask(to_path(question.path), phrases, stop);
            Answer answer;
            if (!got.failures.empty())
                answer.failure = QString::fromStdString(got.failures.begin()->second);
            else if (!got.maps.empty())
                answer.map = std::make_shared<const Heatmap>(std::move(got.maps.begin()->second));
            else
                answer.boxes = std::make_shared<const DetectorBoxes>(std::move(got.boxes));
            return answer;
        },
        [this, key = question.key](const Answer& answer) {
            asking_ = false;
            if (answers_.size() >= max_answers) answers_.clear();
            answers_.insert(key, answer);
            ask_next();
            Q_EMIT answered();
            Q_EMIT state_changed();
        },
        [this](const QString& reason) { fail(reason); });
    Q_EMIT state_changed();
}

}  // namespace gbs::app
