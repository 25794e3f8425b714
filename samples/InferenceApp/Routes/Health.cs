namespace DtcGen.Samples.InferenceApp;

/// <summary>How the app is.</summary>
/// <param name="Status">"ok", or "degraded" when a file in the folder cannot be served.</param>
/// <param name="Models">The models that answer.</param>
/// <param name="Unusable">Files that cannot be served and never were, with the reason.</param>
internal sealed record Health(string Status, IReadOnlyList<ModelHealth> Models, IReadOnlyDictionary<string, string> Unusable)
{
    public static Health Of(ModelCatalogue catalogue)
    {
        ModelHealth[] models = [
            .. catalogue.Models.Select(
                slot => new ModelHealth(slot.Name, slot.Current.Version, slot.Current.LoadedAt, slot.Queue.Length, slot.Problem))
        ];
        var well = catalogue.Unusable.Count == 0 && models.All(model => model.Problem is null);
        return new Health(well ? "ok" : "degraded", models, catalogue.Unusable);
    }
}
