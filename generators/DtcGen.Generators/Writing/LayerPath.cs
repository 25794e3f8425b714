namespace DtcGen.Generators.Writing;

/// <summary>The way to a module, as far as it has been walked.</summary>
/// <param name="Text">The expression that reads it.</param>
/// <param name="Declared">The type that the expression has.</param>
/// <param name="Slot">Writes the place where the module sits, given the type it is taken to have.</param>
internal sealed record LayerPath(string Text, string Declared, Func<string, string> Slot)
{
    /// <summary>The expression as a type that members can be asked of.</summary>
    public string As(string type) => Declared == type ? Text : $"(({type}){Text})";
}
