using Spectre.Console;
using Spectre.Console.Rendering;

namespace DtcGen.Samples;

/// <summary>A bar for each stage, for a terminal; lines that stay scroll by above the bars.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, ProgressContext context) : IRunDisplay
{
    private const string DetailKey = "detail";

    // Wide enough for the longest stage and detail, so that the bars do not jump.
    private const int NameWidth = 12;
    private const int DetailWidth = 34;

    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<IRunDisplay, Task<T>> run) => console.Progress()
        .AutoClear(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = 24 },
            new PercentageColumn(),
            new ElapsedTimeColumn(),
            new DetailColumn())
        .StartAsync(context => run(new LiveDisplay(console, context)));

    // Above live bars a line must end where the terminal does, else the bars are drawn over its rest.
    public void WriteLine(string line) => console.WriteLine(line);

    public IStageDisplay Begin(string name) => new Stage(context.AddTask(Markup.Escape(name.PadRight(NameWidth)), maxValue: 1));

    private sealed class Stage(ProgressTask task) : IStageDisplay
    {
        public void Update(double fraction, string detail)
        {
            task.Value = fraction;
            task.State.Update<Detail>(DetailKey, _ => new Detail(detail));
        }

        public void Milestone(string text) => task.State.Update<Detail>(DetailKey, _ => new Detail(text));

        public void Dispose() => task.StopTask();
    }

    private readonly record struct Detail(string? Text);

    private sealed class DetailColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
            => new Text(
                task.State.Get<Detail>(DetailKey).Text ?? "", new Style(decoration: Decoration.Dim))
            { Overflow = Overflow.Ellipsis };

        public override int? GetColumnWidth(RenderOptions options) => DetailWidth;
    }
}
