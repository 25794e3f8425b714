using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Writing;

/// <summary>
/// How generated code names types: shortly, by usings inside the model's namespace, unless the name means something else
/// in the model class; then in full. Remembers which it used, so that there is no using without a use.
/// </summary>
internal sealed class TypeNames(ModelClass model)
{
    private const string Global = "global::";

    private static readonly HashSet<string> Known = new(GeneratedNames.All, StringComparer.Ordinal);
    private static readonly string[] Generic = [GeneratedNames.Func, GeneratedNames.List];

    private readonly HashSet<string> _hidden = new(model.Hidden, StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(model.Members, StringComparer.Ordinal);
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public string this[string fullName]
    {
        get
        {
            // Outside a namespace, a using could meet one that the project has for all its files. The compiler warns of
            // aliases in small letters, as torch would be.
            if (model.Namespace is null || fullName == GeneratedNames.Torch || _hidden.Contains(fullName))
            {
                return $"global::{fullName}";
            }

            _used.Add(fullName);
            return GeneratedNames.Simple(fullName);
        }
    }

    public string Map => $"{this[GeneratedNames.Func]}<{this[GeneratedNames.Tensor]}, {this[GeneratedNames.Tensor]}>?";

    public string Unreachable => $"throw new {this[GeneratedNames.Unreachable]}()";

    /// <summary>The attribute that marks a generated member of the model's interface.</summary>
    public string Generated => $"[{Attribute(GeneratedNames.GeneratedCode)}(\"DtcGen.Generators\", \"0.1.0\")]";

    public string List(string item) => $"{this[GeneratedNames.List]}<{item}>";

    /// <summary>An attribute's name, as it is written between brackets.</summary>
    public string Attribute(string fullName)
    {
        var name = this[fullName];
        return name.Substring(0, name.Length - nameof(Attribute).Length);
    }

    /// <summary>A type as reading wrote it, fully qualified.</summary>
    public string Declared(string type)
    {
        var pieces = type.Split([Global], StringSplitOptions.None);
        var text = pieces[0] + string.Concat(pieces.Skip(1).Select(Named));

        // A class of the model's own namespace, where nothing in the model class has its name.
        var prefix = $"global::{model.Namespace}.";
        var own = text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : string.Empty;
        return own.Length > 0 && model.Namespace is not null && model.Containing.Count == 0 && own.All(char.IsLetterOrDigit)
            && !_members.Contains(own)
            ? own
            : text;
    }

    // A piece of a type behind "global::": a full name, and what follows it.
    private string Named(string piece)
    {
        var length = 0;
        while (length < piece.Length && (piece[length] == '.' || SyntaxFacts.IsIdentifierPartCharacter(piece[length])))
        {
            length++;
        }

        var name = piece.Substring(0, length);
        return (Known.Contains(name) ? this[name] : Global + name) + piece.Substring(length);
    }

    /// <summary>The usings that make what was written mean what it should.</summary>
    public IEnumerable<string> Usings()
    {
        foreach (var name in _used.Where(Generic.Contains).Select(static name => name.Substring(0, name.LastIndexOf('.'))).Reverse())
        {
            yield return $"using global::{name};";
        }

        foreach (var name in _used.Where(static name => !Generic.Contains(name)).OrderBy(GeneratedNames.Simple, StringComparer.Ordinal))
        {
            // An attribute is found by its name with or without the ending; an alias only by the one it has.
            yield return $"using {GeneratedNames.Simple(name)} = global::{name};";
        }
    }
}
