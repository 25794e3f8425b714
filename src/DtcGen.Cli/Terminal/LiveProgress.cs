using DtcGen.Cli.Paper;
using DtcGen.Cli.Report;
using Spectre.Console;

namespace DtcGen.Cli.Terminal;

/// <summary>One moving bar per method, for a terminal.</summary>
internal sealed class LiveProgress : IPaperProgress
{
    private readonly Dictionary<PaperMethod, ProgressTask> tasks;

    private LiveProgress(Dictionary<PaperMethod, ProgressTask> tasks) => this.tasks = tasks;

    /// <summary>Shows the bars while some work runs.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="cyclesPerMethod">Cycles of one method over all its repeats.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(IAnsiConsole console, IReadOnlyList<PaperMethod> methods, int cyclesPerMethod, Func<IPaperProgress, T> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new ElapsedTimeColumn())
            .Start(context => work(new LiveProgress(methods.ToDictionary(m => m, m => context.AddTask(Describe(m, null), maxValue: cyclesPerMethod)))));

    /// <inheritdoc/>
    public void CycleDone(PaperMethod method, int repeat, int cycle, PaperCycle record, bool resumed)
    {
        ProgressTask task = tasks[method];
        task.Description = Describe(method, record);
        task.Increment(1);
    }

    // A fixed width keeps the bars still.
    private static string Describe(PaperMethod method, PaperCycle? record) => record is null
        ? $"{method.DisplayName(),-9}                              "
        : $"{method.DisplayName(),-9} {record.Neurons,3} neurons, accuracy {Format.Fixed(record.Accuracy)}";
}
