using System.Globalization;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>Writes the recorded copies of a model's methods: those of every class that it can hold, and what they call.</summary>
internal sealed class RecordedMethods(RecordingSession session)
{
    private readonly Dictionary<IMethodSymbol, RecordedMethod> _methods = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, RecordedMethod> _dispatchers = new(SymbolEqualityComparer.Default);
    private readonly Queue<IMethodSymbol> _waiting = new();
    private readonly Dictionary<(INamedTypeSymbol, SyntaxTree), RecordedHolder> _holders = new(HolderComparer.Instance);
    private readonly List<DiagnosticRecord> _diagnostics = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public RecordingSession Session => session;

    public IReadOnlyList<DiagnosticRecord> Diagnostics => _diagnostics;

    public IEnumerable<RecordedHolder> Holders => _holders.Values;

    /// <summary>The recorded copy of a method, which will be written.</summary>
    public RecordedMethod Of(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_methods.TryGetValue(definition, out var recorded))
        {
            if (MethodBodies.Find(definition, session.Cancellation) is not { } body)
            {
                throw new UnrecordableException(null, $"'{definition.Name}' has no body in this project");
            }

            var holder = Holder(definition.ContainingType, body.SyntaxTree);
            if (definition.Parameters.Select(static parameter => parameter.Type).Append(definition.ReturnType).FirstOrDefault(
                type => !holder.CanName(type)) is { } hidden)
            {
                throw new UnrecordableException(
                    null,
                    $"'{definition.Name}' takes or returns '{hidden.Name}', which is private: make the class '{definition.ContainingType.Name}' partial");
            }

            recorded = new RecordedMethod(
                holder, holder.Unique($"Recorded_{session.ModelName}_{definition.ContainingType.Name}_{Plain(definition.Name)}"));
            _methods.Add(definition, recorded);
            _waiting.Enqueue(definition);
        }

        return recorded;
    }

    /// <summary>The recorded copy of a method, or null where it has no place to stand, which is reported.</summary>
    public RecordedMethod? TryOf(IMethodSymbol method)
    {
        try
        {
            return Of(method);
        }
        catch (UnrecordableException unrecordable)
        {
            Report(method, unrecordable);
            return null;
        }
    }

    /// <summary>The recorded copy of a method that derived classes may override: it goes by the object's class.</summary>
    public RecordedMethod Dispatcher(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_dispatchers.TryGetValue(definition, out var recorded))
        {
            if (definition.ContainingType.IsGenericType)
            {
                throw new UnrecordableException(null, $"'{definition.Name}' may be overridden, and its class is generic");
            }

            var overrides = session.Types
                .Where(static type => type is { IsAbstract: false, TypeKind: TypeKind.Class } or { TypeKind: TypeKind.Struct })
                .Select(type => (Type: type, Method: Implementation(type, definition)))
                .Where(static item => item.Method is not null)
                .ToLookup(static item => item.Type.IsGenericType);
            if (definition.ReturnsVoid)
            {
                throw new UnrecordableException(null, $"'{definition.Name}' is overridden and returns nothing");
            }

            var tree = definition.DeclaringSyntaxReferences[0].SyntaxTree;
            var holder = Holder(definition.ContainingType, tree);
            recorded = new RecordedMethod(
                holder, holder.Unique($"Recorded_{session.ModelName}_{definition.ContainingType.Name}_{Plain(definition.Name)}_Any"));
            _dispatchers.Add(definition, recorded);
            var arguments = string.Concat(
                definition.Parameters.Select(static parameter
                    => $", {RecordedSignature.Reference(parameter)}{CSharpText.Identifier(parameter.Name)}"));
            var parameters = string.Concat(definition.Parameters.Select(static parameter => $", {RecordedSignature.Parameter(parameter)}"));
            var cases = overrides[false]
                .Where(item => holder.CanName(item.Type))
                .Select(item =>
                {
                    // By exactly this class: one that derives from it and cannot be named here may override the method. What has no
                    // place to stand, which is reported, stops the recording where it is met.
                    var type = CSharpText.Type(item.Type);
                    var value = TryOf(item.Method!) is { } target
                        ? $"{target.Holder.FullName(item.Method!.ContainingType)}.{target.Name}(recorder, known{arguments})"
                        : $"throw new global::System.NotSupportedException({CSharpText.Literal($"'{item.Type.Name}.{definition.Name}' cannot be recorded.")})";
                    return $"    {type} known when known.GetType() == typeof({type}) => {value},";
                });
            holder.Add(
                $"internal static {CSharpText.Type(definition.ReturnType)} {recorded.Name}(global::DtcGen.Recording.Recorder recorder, {CSharpText.Type(definition.ContainingType)} self{parameters}) => self switch\n{{\n"
                + string.Join("\n", cases)
                + "\n    _ => throw new global::System.NotSupportedException($\"'{self.GetType()}' cannot be recorded: it is generic, private, or a class of another project.\"),\n};");
        }

        return recorded;
    }

    /// <summary>Writes what waits, and what that needs.</summary>
    public void WriteAll()
    {
        while (_waiting.Count > 0)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            var method = _waiting.Dequeue();
            try
            {
                Write(method);
            }
            catch (UnrecordableException unrecordable)
            {
                Refuse(method, unrecordable);
            }
        }
    }

    public RecordedHolder Holder(INamedTypeSymbol type, SyntaxTree tree)
    {
        if (!_holders.TryGetValue((type, tree), out var holder))
        {
            var place = TypeDeclarations.CanComplete(type, session.Cancellation) && type.TypeKind == TypeKind.Class ? HolderPlace.Inside
                : IsKnownEverywhere(type) ? HolderPlace.Beside
                : type.ContainingType is { IsGenericType: false } outer
                    && TypeDeclarations.CanComplete(outer, session.Cancellation) ? HolderPlace.Around
                : throw new UnrecordableException(null, $"the class '{type.Name}' is private: make it partial, or the class around it");
            // Its usings are copied as they are spelled.
            session.Used.Note(tree);
            holder = new RecordedHolder(
                session,
                type,
                tree,
                place,
                $"{session.ModelName}_{type.MetadataName.Replace('`', '_')}_Recorded{(_holders.Count == 0 ? string.Empty : _holders.Count.ToString(CultureInfo.InvariantCulture))}",
                _names);
            _holders.Add((type, tree), holder);
        }

        return holder;
    }

    // Where it is needed, the recording stops with the reason; nothing else than the user's code is ever run in its place.
    private void Refuse(IMethodSymbol method, UnrecordableException unrecordable)
    {
        Report(method, unrecordable);
        var recorded = _methods[method];
        var message = CSharpText.Literal($"'{method.ContainingType.Name}.{method.Name}' cannot be recorded: {unrecordable.Message}.");
        recorded.Holder.Add(
            $"{Header(method, recorded, RewriterNames.Plain)}\n    => throw new global::System.NotSupportedException({message});");
    }

    private void Report(IMethodSymbol method, UnrecordableException unrecordable)
        => _diagnostics.Add(DiagnosticRecord.Create(
            SymbolEqualityComparer.Default.Equals(method.ContainingType, session.Model)
                ? Descriptors.CannotRecord
                : Descriptors.CannotRecordBlock,
            LocationRecord.Of(unrecordable.At?.GetLocation() ?? method.Locations.FirstOrDefault()),
            session.Model.Name,
            $"{method.ContainingType.Name}.{method.Name}",
            unrecordable.Message));

    private static string Plain(string name) => new([.. name.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);

    // What a call of the method runs on an object of exactly this class.
    private IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol definition)
    {
        if (definition.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Contains(definition.ContainingType, SymbolEqualityComparer.Default)
                ? type.FindImplementationForInterfaceMember(definition) as IMethodSymbol is { } found
                    && session.IsSource(found) ? found : null
                : null;
        }

        for (var current = type; current is not null && session.IsSource(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers(definition.Name).OfType<IMethodSymbol>())
            {
                for (var known = member; known is not null; known = known.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, definition))
                    {
                        return member;
                    }
                }
            }
        }

        return null;
    }

    private void Write(IMethodSymbol method)
    {
        var recorded = _methods[method];
        var body = MethodBodies.Find(method, session.Cancellation)!;
        if (method.IsAsync || method.IsExtern || method.Parameters.Any(static parameter => parameter.Type.IsRefLikeType)
            || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            throw new UnrecordableException(null, "async methods, and such that pass references or spans, are not recorded");
        }

        var names = RewriterNames.For(body);
        var text = new MethodRewriter(this, recorded.Holder, method, session.SemanticModel(body.SyntaxTree), names).Rewrite(body);
        recorded.Holder.Add(
            $"// {method.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{method.Name}\n{Header(method, recorded, names)}{(body is BlockSyntax ? $"\n{text}" : $"\n    => {text};")}");
    }

    // Whether code anywhere in the project may name a type.
    private bool IsKnownEverywhere(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsKnownEverywhere(array.ElementType),
        INamedTypeSymbol named
            => session.Compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, session.Compilation.Assembly)
                && named.TypeArguments.All(IsKnownEverywhere),
        _ => true,
    };

    private string Header(IMethodSymbol method, RecordedMethod recorded, RewriterNames names)
    {
        var generics = RecordedSignature.TypeParameters(method, recorded.Holder.IsInside);
        var constraints = RecordedSignature.Constraints(method, recorded.Holder.IsInside);
        var self = method.IsStatic ? string.Empty : $", {CSharpText.Type(method.ContainingType)} {names.Self}";
        var parameters = string.Concat(method.Parameters.Select(static parameter => $", {RecordedSignature.Parameter(parameter)}"));
        var isKnown = method.Parameters
            .Select(static parameter => parameter.Type)
            .Append(method.ReturnType)
            .Append(method.ContainingType)
            .All(IsKnownEverywhere);
        return $"{(isKnown ? "internal" : recorded.Holder.Hidden)} static {(method.ReturnsVoid ? "void" : CSharpText.Type(method.ReturnType))} {recorded.Name}{generics}(global::DtcGen.Recording.Recorder {names.Recorder}{self}{parameters}){constraints}";
    }

    private sealed class HolderComparer : IEqualityComparer<(INamedTypeSymbol Type, SyntaxTree Tree)>
    {
        public static readonly HolderComparer Instance = new();

        public bool Equals((INamedTypeSymbol Type, SyntaxTree Tree) x, (INamedTypeSymbol Type, SyntaxTree Tree) y)
            => ReferenceEquals(x.Tree, y.Tree) && SymbolEqualityComparer.Default.Equals(x.Type, y.Type);

        public int GetHashCode((INamedTypeSymbol Type, SyntaxTree Tree) key) => SymbolEqualityComparer.Default.GetHashCode(key.Type);
    }
}
