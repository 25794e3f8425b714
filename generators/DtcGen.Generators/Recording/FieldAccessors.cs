using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>
/// What opens the fields of classes that forward takes tensors in, so that a copy can be given others: written into the
/// model.
/// </summary>
/// <param name="session">What is shared.</param>
/// <param name="model">The model's class, in which they stand.</param>
/// <param name="names">The names that are taken there.</param>
internal sealed class FieldAccessors(RecordingSession session, INamedTypeSymbol model, Names names)
{
    private readonly Dictionary<IFieldSymbol, string> _opened = new(SymbolEqualityComparer.Default);
    private readonly List<string> _lines = [];
    private string? _clone;

    /// <summary>What opens a field; null where nothing can.</summary>
    public string? Open(IFieldSymbol field)
    {
        if (field.ContainingType.IsGenericType || !session.Compilation.IsSymbolAccessibleWithin(field.ContainingType, model)
            || !session.Compilation.IsSymbolAccessibleWithin(field.Type, model))
        {
            return null;
        }

        if (!_opened.TryGetValue(field, out var accessor))
        {
            var plain = (field.AssociatedSymbol ?? field).Name.Where(static c => char.IsLetterOrDigit(c) || c == '_');
            accessor = names.Unique($"{field.ContainingType.Name}{string.Concat(plain)}");
            _opened.Add(field, accessor);
            Declare(
                "Field",
                field.MetadataName,
                $"ref {CSharpText.Type(field.Type)} {accessor}({CSharpText.Type(field.ContainingType.WithNullableAnnotation(NullableAnnotation.NotAnnotated))} owner)");
        }

        return accessor;
    }

    /// <summary>What copies an object.</summary>
    public string Clone()
    {
        if (_clone is null)
        {
            _clone = names.Unique("CopyOf");
            Declare("Method", "MemberwiseClone", $"object {_clone}(object owner)");
        }

        return _clone;
    }

    public void Write(SourceWriter writer)
    {
        foreach (var line in _lines)
        {
            writer.Line();
            foreach (var part in line.Split('\n'))
            {
                writer.Line(part);
            }
        }
    }

    private void Declare(string kind, string member, string signature)
        => _lines.Add(
            $"[global::{GeneratedNames.UnsafeAccessor}(global::{GeneratedNames.UnsafeAccessorKind}.{kind}, Name = {CSharpText.Literal(member)})]\nprivate static extern {signature};");
}
