using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary>JSON as the sweep's files have it: the same bytes on every system, and numbers that come back as they were.</summary>
internal static class JsonText
{
    /// <summary>The text of an object.</summary>
    /// <param name="write">Writes its members.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Writes an object of texts.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="texts">Names and texts.</param>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, text) in texts)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a number; what JSON has no number for is a text: "NaN", "Infinity", "-Infinity".</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The number.</param>
    public static void WriteFigure(this Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    /// <summary>Writes a member that is a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The number.</param>
    public static void WriteFigure(this Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        writer.WriteFigure(value);
    }

    /// <summary>Reads a number that <see cref="WriteFigure(Utf8JsonWriter, double)"/> wrote.</summary>
    /// <param name="element">Where it stands.</param>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static double ReadFigure(this JsonElement element)
        => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new FormatException($"'{other}' is no figure."),
        };

    /// <summary>Reads an object of texts.</summary>
    /// <param name="element">The object around it.</param>
    /// <param name="name">The member's name.</param>
    public static IReadOnlyDictionary<string, string> ReadTexts(this JsonElement element, string name)
        => element.GetProperty(name).EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!);
}
