using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>How one kind of result file becomes a table.</summary>
internal interface IDocsTable
{
    /// <summary>The name of the marked block, and of the result file: NAME.json.</summary>
    string Name { get; }

    /// <summary>The table, in Markdown.</summary>
    string Render(JsonElement result);
}
