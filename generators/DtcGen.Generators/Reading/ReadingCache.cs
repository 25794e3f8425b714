using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>
/// Keeps what was read of each marked class for the next compilation: Roslyn asks for it again after every edit anywhere. A
/// class whose own file was edited is read anew, so readings live as long as their class's file.
/// </summary>
internal sealed class ReadingCache
{
    // By the class's file and its place there.
    private readonly ConditionalWeakTable<SyntaxTree, Dictionary<int, KeptReading>> _kept = new();
    private int _count;

    /// <summary>How often a class was read because nothing that was kept held.</summary>
    public int Count => _count;

    public ModelReading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var compilation = context.SemanticModel.Compilation;
        var file = _kept.GetOrCreateValue(context.TargetNode.SyntaxTree);
        var place = context.TargetNode.SpanStart;
        KeptReading? known;
        lock (file)
        {
            file.TryGetValue(place, out known);
        }

        if (known?.For(compilation) is not { } kept)
        {
            Interlocked.Increment(ref _count);
            var used = new UsedSources();
            used.Note(context.TargetNode.SyntaxTree);
            kept = new KeptReading(ModelReader.Read(context, used, cancellation), used, compilation);
        }

        lock (file)
        {
            file[place] = kept;
        }

        return kept.Reading;
    }
}
