// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/judgements.h"

#include <QFileInfo>

#include "app/base/convert.h"
#include "app/review/review_session.h"

namespace gbs::app {

namespace {

QStringView folder_part(const QString& path) {
    return QStringView(path).left(path.lastIndexOf(QLatin1Char('/')));
}

std::optional<ReportVerdict> to_report(widgets::Verdict verdict) {
    switch (verdict) {
        case widgets::Verdict::right:
            return ReportVerdict::right;
        case widgets::Verdict::wrong:
            return ReportVerdict::wrong;
        case widgets::Verdict::unsure:
            return ReportVerdict::unsure;
        case widgets::Verdict::absent:
            return ReportVerdict::absent;
        case widgets::Verdict::none:
            break;
    }
    return {};
}

}  // namespace

JudgementLookup snapshot_judgements(const ReviewSession& session, const QStringList& photos) {
    // Implicitly shared, so this is cheap even for tens of thousands of photos.
    QHash<QString, ReviewContents> folders;
    QStringView last;
    for (const QString& photo : photos) {
        if (folder_part(photo) == last) continue;
        last = folder_part(photo);
        const QString folder = ReviewSession::folder_of(photo);
        if (const ReviewContents* const contents = session.contents(folder))
            folders.insert(folder, *contents);
    }
    return [folders, model = session.model(), annotator = session.annotator()](
               const std::filesystem::path& photo, const std::string& phrase) {
        const QString path = to_qstring(photo);
        const ReviewContents contents = folders.value(ReviewSession::folder_of(path));
        const PhraseReview* const review =
            contents.find(QFileInfo(path).fileName(), QString::fromStdString(phrase));
        if (!review) return ReportJudgement();
        const Judgement judgement = review->judgement_by(annotator, model);
        return ReportJudgement{to_report(judgement.verdict), judgement.note.toStdString()};
    };
}

}  // namespace gbs::app
