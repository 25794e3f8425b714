using System.Text.Json;
using System.Text.Json.Serialization;
using DtcGen.PublicModels.Marking;

namespace DtcGen.PublicModels.Reporting;

/// <summary>All that is known of each class, as JSON.</summary>
internal static class ReportFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<ClassReport> Read(string file)
        => JsonSerializer.Deserialize<ClassReport[]>(File.ReadAllText(file), Options)
            ?? throw new InvalidDataException($"{file} holds no reports.");

    public static void Write(FileInfo? file, IReadOnlyList<ClassReport> reports)
    {
        if (file is not null)
        {
            File.WriteAllText(file.FullName, JsonSerializer.Serialize(reports, Options));
        }
    }
}
