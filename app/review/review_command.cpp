// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/review/review_agreement.h"
#include "app/review/review_database.h"
#include "app/review/review_merge.h"
#include "core/base/error.h"
#include "core/base/utf8.h"

namespace gbs::app {

namespace {

struct ReviewArguments {
    std::vector<std::string> files, names;
    std::string output;
};

/// The reviews in the file, all with a name.
ReviewContents read_named(const ReviewArguments& arguments, std::size_t number) {
    const QString file = QString::fromStdString(arguments.files[number]);
    if (!QFileInfo(file).isFile()) throw Error("no file " + arguments.files[number]);
    const ReviewContents contents = ReviewDatabase::read_copy(file);
    const std::string name = number < arguments.names.size() ? arguments.names[number] : std::string();
    if (name.empty() && has_unnamed_verdicts(contents))
        throw Error(arguments.files[number] +
                    " holds verdicts without a name: give a name for each file with --names ANNA,BEN");
    ReviewContents named;
    for (const ReviewChange& change : merge_reviews({}, {}, contents, QString::fromStdString(name)).changes)
        named.apply(change);
    return named;
}

void print_agreement(const ReviewContents& contents) {
    int verdicts = 0;
    for (const ImageReview& image : contents.images)
        for (const PhraseReview& phrase : image.phrases)
            for (const Judgement& judgement : phrase.judgements)
                verdicts += judgement.verdict != widgets::Verdict::none;
    std::printf("%d verdicts on %d photos, disagreement on %d phrases\n", verdicts,
                static_cast<int>(contents.images.size()), count_disputed(contents));
    const auto rows = measure_agreement(contents);
    if (!rows.empty()) std::printf("judged by all\tdisagreements\tkappa\tpeople\n");
    for (const widgets::AgreementRow& row : rows)
        std::printf("%s\n", fmt::format("{}\t{}\t{:.4f}\t{}", row.judged, row.disputed, row.kappa,
                                        printable(row.people.join(QStringLiteral(", ")).toStdString()))
                                .c_str());
}

void run_review(const ReviewArguments& arguments) {
    int argument_count = 0;
    const QCoreApplication plugins(argument_count, nullptr);  // Qt loads its driver of SQLite for it
    if (!arguments.output.empty() && QFileInfo::exists(QString::fromStdString(arguments.output)))
        throw Error(arguments.output + " exists: give the name of a new file");
    ReviewContents all;
    for (std::size_t number = 0; number < arguments.files.size(); ++number)
        for (const ReviewChange& change : merge_reviews(all, {}, read_named(arguments, number), {}).changes)
            all.apply(change);
    if (!arguments.output.empty()) {
        ReviewDatabase(QString::fromStdString(arguments.output)).write(all.changes());
        std::printf("wrote %s\n", printable(arguments.output).c_str());
    }
    print_agreement(all);
}

}  // namespace

void add_review_command(CLI::App& app) {
    auto arguments = std::make_shared<ReviewArguments>();
    CLI::App* command =
        app.add_subcommand("review", "Merge the reviews of several people, and measure how far they agree");
    command->add_option("files", arguments->files, "Files of reviews (review.gbs.sqlite)")->required();
    command->add_option("--out,-o", arguments->output, "New file to write the merged reviews to");
    command
        ->add_option(
            "--names", arguments->names,
            "A name for each file, joined by commas, for its verdicts without one, which are from earlier versions")
        ->delimiter(',');
    command->footer(
        "Each person's verdicts are kept under their name, of two by one person the newer, and the marked places of "
        "all.\nKappa is Cohen's of two people and Fleiss' of more.\n"
        "Example:\n  gbs review anna/review.gbs.sqlite ben/review.gbs.sqlite -o review.gbs.sqlite");
    command->callback([arguments] { run_review(*arguments); });
}

}  // namespace gbs::app
