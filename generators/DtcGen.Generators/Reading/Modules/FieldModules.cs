using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Finds the module that a field holds, from its initialiser, else from the constructors, else from its type.</summary>
internal static class FieldModules
{
    public static ReadModule Read(ReadingSession session, NestedModule owner, IFieldSymbol field)
    {
        var place = owner.Place.Field(field.Name, session.TypeName(field.ContainingType), session.TypeName(field.Type), session.IsAccessible(field));

        if (session.Declaration(field) is VariableDeclaratorSyntax { Initializer.Value: { } initialiser }
            && session.Operation(initialiser) is { } made)
        {
            return ModuleReader.Read(new ModuleCreation(session, made, place, owner.Bindings))
                ?? ModuleReader.ReadType(field.Type, place);
        }

        var assigned = Assignments(session, owner, field)
            .Select(value => ModuleReader.Read(new ModuleCreation(session, value, place, owner.Bindings)))
            .ToImmutableArray();
        return assigned switch
        {
            [] when IsEverAssigned(session, owner, field) => new AbsentModule(place),
            [] or [null] => ModuleReader.ReadType(field.Type, place),
            [{ } only] => only,
            _ => ModuleReader.ReadType(field.Type, place) is LayerModule byType
                ? byType
                : new UnknownModule(place, "it is assigned in more than one place, or in a branch that the compiler cannot decide"),
        };
    }

    /// <summary>What the constructors assign to a field, without branches that their constants rule out.</summary>
    public static IEnumerable<IOperation> Assignments(ReadingSession session, NestedModule owner, IFieldSymbol field)
    {
        var constructors = owner.Constructor is { } one ? [one] : owner.Type.InstanceConstructors;
        foreach (var assignment in constructors.SelectMany(constructor => session.Assignments(constructor)))
        {
            if (AssignedTo(assignment.Target, assignment.Value, field) is { } value && IsReached(assignment, owner.Bindings))
            {
                yield return value;
            }
        }
    }

    // A field that constructors assign, though not with these constants, holds nothing.
    private static bool IsEverAssigned(ReadingSession session, NestedModule owner, IFieldSymbol field)
        => owner.Bindings.Count > 0 && Assignments(session, owner with { Bindings = NestedModule.NoBindings }, field).Any();

    private static IOperation? AssignedTo(IOperation target, IOperation value, IFieldSymbol field) => (target, Unwrap(value)) switch
    {
        (IFieldReferenceOperation { Instance: IInstanceReferenceOperation } reference, _)
            when SymbolEqualityComparer.Default.Equals(reference.Field.OriginalDefinition, field.OriginalDefinition) => value,
        (ITupleOperation targets, ITupleOperation values) when targets.Elements.Length == values.Elements.Length
            => targets.Elements.Zip(values.Elements, (t, v) => AssignedTo(t, v, field)).FirstOrDefault(static v => v is not null),
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;

    // An assignment inside a branch that the constructor's constants rule out never happens.
    private static bool IsReached(IOperation assignment, ImmutableDictionary<ISymbol, object?> bindings)
    {
        for (IOperation inner = assignment, outer; (outer = inner.Parent!) is not null; inner = outer)
        {
            if (outer is IConditionalOperation conditional
                && inner != conditional.Condition
                && Constants.TryRead(conditional.Condition, bindings, out var condition)
                && (inner == conditional.WhenTrue) != (condition is true))
            {
                return false;
            }
        }

        return true;
    }
}
