using Spectre.Console;
using Spectre.Console.Rendering;

namespace DtcGen.Cli.Terminal;

/// <summary>Spells out the control characters of all that a console shows.</summary>
internal sealed class EscapingHook : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables)
        => renderables.Select(static renderable => new Escaped(renderable));

    private sealed class Escaped(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
            => inner.Render(options, maxWidth).Select(
                static segment => segment.IsControlCode || segment.IsLineBreak || ControlCharacters.Escape(segment.Text) == segment.Text
                    ? segment
                    : new Segment(ControlCharacters.Escape(segment.Text), segment.Style, segment.Link));
    }
}
